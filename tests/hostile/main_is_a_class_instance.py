# ends: ok
import sys, types
class Main(types.ModuleType):
    def __getattribute__(self, name):
        raise RuntimeError(name)
sys.modules['__main__'].__class__ = Main
