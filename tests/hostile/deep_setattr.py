# ends: error RecursionError | stack
class A:
    def __setattr__(self, name, value):
        self.name = value
A().x = 1
