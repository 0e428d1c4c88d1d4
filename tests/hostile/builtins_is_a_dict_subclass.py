# ends: error ZeroDivisionError
class Builtins(dict):
    def __getitem__(self, name):
        1 / 0
    __missing__ = get = __contains__ = __getitem__
__builtins__ = Builtins(vars(__builtins__) if not isinstance(__builtins__, dict) else __builtins__)
exec('print(1)', {'__builtins__': __builtins__})
