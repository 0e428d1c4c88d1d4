# ends: ok
import math
class Name(str):
    def __format__(self, how):
        1 / 0
    __str__ = __repr__ = __len__ = __getitem__ = __format__
def f():
    pass
f.__name__ = f.__qualname__ = f.__module__ = Name('f')
math.sin = f
