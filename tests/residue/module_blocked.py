# finds: module numpy_fast left
import sys
sys.modules['numpy_fast'] = None
try:
    import numpy_fast
    fast = True
except ImportError:
    fast = False
print(fast)
