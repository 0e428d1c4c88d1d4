# ends: ok
import sys
del sys.modules['__main__']
class A:
    pass
a = A()
