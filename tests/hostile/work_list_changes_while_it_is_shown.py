# ends: ok
class A:
    def __repr__(self):
        a.append(1)
        return 'A'
a = [A()]
repr(a)
