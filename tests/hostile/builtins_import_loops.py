# ends: endless
import builtins
def forever(*args, **kwargs):
    while True:
        pass
builtins.__import__ = forever
import math
