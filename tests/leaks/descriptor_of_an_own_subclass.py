# finds: nothing
from statistics import NormalDist

class Fixed(NormalDist):
    __slots__ = ()
    mean = property(lambda normal: 7)

print(Fixed(1, 2).mean, NormalDist(1, 2).mean)
