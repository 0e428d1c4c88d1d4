# ends: ok
__builtins__ = {}
globals()['__builtins__'] = {}
