# ends: error TypeError
class A:
    __slots__ = ('x',)
class B(A):
    pass
b = B()
b.x = 1
class C:
    __slots__ = ('y', 'z')
B.__bases__ = (C,)
b.z
