# ends: ok
class A:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        s.clear()
        return False
s, t = {A()}, {A()}
s & t, s | t, s == t, s <= t
