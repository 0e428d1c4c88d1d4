# ends: ok
import sys
sys.modules['__main__'] = sys
