# ends: error TypeError | stack
class Meta(type):
    def mro(cls):
        return [int, str, 5]
class A(metaclass=Meta):
    pass
A()
