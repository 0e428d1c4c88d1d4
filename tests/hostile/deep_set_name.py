# ends: error RecursionError | stack
class D:
    def __set_name__(self, owner, name):
        type('A', (), {'x': D()})
class A:
    x = D()
