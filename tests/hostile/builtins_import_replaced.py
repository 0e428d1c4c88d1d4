# ends: error ImportError
import builtins
def no(*args, **kwargs):
    raise ImportError('no imports')
builtins.__import__ = no
import json
