# ends: error RecursionError | stack
class A:
    pass
A.__repr__ = A.__str__
repr(A())
