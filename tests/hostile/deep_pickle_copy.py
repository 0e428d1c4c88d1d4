# ends: error RecursionError | stack
import copy
a = []
for _ in range(10_000):
    a = [a]
copy.deepcopy(a)
