# ends: ok
import sys
sys.modules[5] = sys.modules[None] = sys.modules[b'json'] = 5
