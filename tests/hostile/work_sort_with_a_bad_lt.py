# ends: endless | ok
import random
class A:
    def __lt__(self, other):
        return random.random() < 0.5
sorted(A() for _ in range(20_000))
