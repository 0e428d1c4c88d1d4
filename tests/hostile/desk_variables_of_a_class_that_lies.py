# ends: ok
class Meta(type):
    def __hash__(cls):
        raise ValueError('no hash')
    def __eq__(cls, other):
        raise ValueError('no equality')
    def __repr__(cls):
        raise ValueError('no repr')
    __mro__ = __name__ = __bases__ = __module__ = property(__hash__)
    __str__ = __instancecheck__ = __subclasscheck__ = __eq__
class A(metaclass=Meta):
    pass
a = A()
