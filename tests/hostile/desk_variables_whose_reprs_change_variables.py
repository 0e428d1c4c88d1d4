# ends: ok
class A:
    def __repr__(self):
        for name in list(globals()):
            if name[:2] != '__':
                del globals()[name]
        return 'gone'
a, b, c = A(), A(), A()
