# ends: error RecursionError | stack
class Meta(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls)
class A(metaclass=Meta):
    pass
isinstance(1, A)
