# ends: error RecursionError | stack
class D:
    pass
d = D()
D.__get__ = d
D.x = d
d.x
