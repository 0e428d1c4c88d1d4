# ends: error RecursionError | stack | endless | ok
class A:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        d.clear()
        d[A()] = d[A()] = 1
        return False
d = {}
d[A()] = 1
d[A()] = 2
