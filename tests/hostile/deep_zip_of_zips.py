# ends: error RecursionError | stack
it = iter([1, 2])
for _ in range(20_000):
    it = zip(it)
next(it)
