# ends: ok
class A:
    def __eq__(self, other):
        a.clear()
        return True
a = [A(), A(), A(), 1]
a.count(4), a == [1, 2, 3, 4], 5 in a
