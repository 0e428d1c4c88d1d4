# ends: error RecursionError | stack
class A:
    def __delattr__(self, name):
        del self.x
del A().x
