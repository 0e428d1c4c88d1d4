# finds: abc Sized: Weird permanent
from collections.abc import Sized

class Weird:
    pass

Sized.register(Weird)
print(isinstance(Weird(), Sized))
