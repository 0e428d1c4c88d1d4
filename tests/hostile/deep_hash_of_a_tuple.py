# ends: error RecursionError | stack
t = ()
for _ in range(100_000):
    t = (t,)
hash(t)
