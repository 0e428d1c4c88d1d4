# ends: error RecursionError | stack
a = b = 1
for _ in range(50_000):
    a, b = [a], [b]
a == b
