# ends: error RecursionError | stack
a = []
for _ in range(10**5):
    a = [a]
repr(a)
