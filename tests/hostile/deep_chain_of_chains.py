# ends: error RecursionError | stack
from itertools import chain
it = iter([1, 2])
for _ in range(20_000):
    it = chain(it)
next(it)
