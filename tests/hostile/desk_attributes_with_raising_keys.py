# ends: ok
import math
class Key:
    broken = False
    def __hash__(self):
        if Key.broken:
            1 / 0
        return 1
    __eq__ = object.__eq__
math.__dict__[Key()] = 1
Key.broken = True
