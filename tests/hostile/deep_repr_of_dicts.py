# ends: error RecursionError | stack
d = {}
for _ in range(20_000):
    d = {1: d}
repr(d.values())
