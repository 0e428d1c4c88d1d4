# ends: error RecursionError | stack
class A:
    @property
    def p(self):
        return 1
    @p.setter
    def p(self, value):
        self.p = value
A().p = 1
