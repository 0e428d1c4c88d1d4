# ends: error RecursionError | stack
class A:
    def __format__(self, how):
        return f'{self:>10}'
f'{A()}'
