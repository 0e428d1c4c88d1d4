# ends: ok
import types
class Computing(types.ModuleType):
    def __getattribute__(self, name):
        while True:
            pass
computing = Computing('computing')
