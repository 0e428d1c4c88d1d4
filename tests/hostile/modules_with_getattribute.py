# ends: error RuntimeError
import json, types
class Angry(types.ModuleType):
    def __getattribute__(self, name):
        raise RuntimeError(name)
    __setattr__ = __delattr__ = __dir__ = __repr__ = __getattribute__
json.__class__ = Angry
json.dumps
