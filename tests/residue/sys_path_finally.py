# finds: sys_path /tmp/lib one reverted
import sys
sys.path.append('/tmp/lib one')
try:
    last = sys.path[-1]
    raise LookupError(last)
except LookupError as error:
    print(error)
finally:
    sys.path.pop()
