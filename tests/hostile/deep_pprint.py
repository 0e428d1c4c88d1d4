# ends: endless | stack | error RecursionError | ok
import pprint
a = []
for n in range(5_000):
    a = [n, a]
pprint.pformat(a)
