# ends: endless
class Meta(type):
    def __instancecheck__(cls, instance):
        while True:
            pass
class A(metaclass=Meta):
    pass
isinstance(1, A)
