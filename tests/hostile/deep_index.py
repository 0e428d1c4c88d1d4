# ends: error RecursionError | stack
class A:
    def __index__(self):
        return [1, 2][self]
[1, 2][A()]
