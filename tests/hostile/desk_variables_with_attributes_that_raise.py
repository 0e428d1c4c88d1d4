# ends: ok
class Key:
    broken = False
    def __hash__(self):
        if Key.broken:
            1 / 0
        return 1
class A:
    pass
a = A()
a.__dict__[Key()] = 1
a.__dict__[5] = 2
Key.broken = True
