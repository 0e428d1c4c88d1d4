# ends: error ZeroDivisionError
import builtins
builtins.__build_class__ = lambda *args: 1 / 0
class A:
    pass
