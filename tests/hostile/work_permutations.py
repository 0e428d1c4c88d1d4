# ends: endless
import itertools
for _ in itertools.permutations(range(40)):
    pass
