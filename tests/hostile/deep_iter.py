# ends: error RecursionError | stack
class A:
    def __iter__(self):
        return iter(self)
for x in A():
    pass
