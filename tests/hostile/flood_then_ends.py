# ends: ok
for n in range(30_000):
    print(n)
