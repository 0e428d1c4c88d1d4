# ends: error RecursionError | stack
class A:
    def __init__(self, inner):
        self.inner = inner
    def __del__(self):
        self.inner = None
a = None
for _ in range(20_000):
    a = A(a)
a = None
