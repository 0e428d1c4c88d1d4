# ends: ok
from collections import deque
class A:
    def __eq__(self, other):
        d.clear()
        return True
d = deque([A(), A()])
d == deque([1, 2]), d.count(1)
