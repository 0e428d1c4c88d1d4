# ends: error AttributeError
import sys
for name in list(sys.modules):
    sys.modules[name] = None
sys.modules['json'] = 5
sys.modules['json'].dumps
