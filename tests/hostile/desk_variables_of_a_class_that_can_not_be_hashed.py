# ends: ok
class Meta(type):
    def __eq__(cls, other):
        return cls is other
class A(metaclass=Meta):
    pass
a = A()
