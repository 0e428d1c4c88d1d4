# ends: error TypeError
class A:
    pass
a = A()
A.__class__ = type
a.__class__ = type('B', (), {})
type(a).__name__
