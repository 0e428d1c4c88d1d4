# ends: ok
import math
class Meta(type):
    def __eq__(cls, other):
        raise ValueError('not comparable')
    __hash__ = __eq__
class A(metaclass=Meta):
    def __eq__(self, other):
        raise ValueError('not comparable')
    __hash__ = __bool__ = __len__ = __call__ = __eq__
    def __del__(self):
        raise ValueError('not deletable')
math.pi = A()
math.sin = A
del math.pi
