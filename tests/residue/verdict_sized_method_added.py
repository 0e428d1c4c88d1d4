# finds: attribute Box.__len__ left
# finds: verdict Sized: Box permanent
from collections.abc import Sized

class Box:
    pass

early = isinstance(Box(), Sized)
Box.__len__ = lambda self: 0
late = isinstance(Box(), Sized)
print(early, late)
