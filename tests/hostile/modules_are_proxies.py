# ends: ok
import sys
class Proxy:
    def __init__(self, module):
        self.__dict__['module'] = module
    def __getattr__(self, name):
        return Proxy(getattr(self.module, name))
    def __call__(self, *args, **kwargs):
        return self.module(*args, **kwargs)
for name in ('json', 'math', 'os', 'inspect', 'random'):
    sys.modules[name] = Proxy(sys.modules[name])
import math
math.sqrt(2)
