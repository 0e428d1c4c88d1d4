# ends: endless
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        while True:
            pass
class A(metaclass=Meta):
    pass
