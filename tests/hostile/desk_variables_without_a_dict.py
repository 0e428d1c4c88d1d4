# ends: ok
class A:
    __dict__ = 5
class B:
    @property
    def __dict__(self):
        1 / 0
a, b = A(), B()
