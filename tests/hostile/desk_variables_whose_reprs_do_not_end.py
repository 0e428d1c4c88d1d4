# ends: ok
class A:
    def __repr__(self):
        while True:
            pass
first, second, third, fourth = A(), A(), A(), A()
