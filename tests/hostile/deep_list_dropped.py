# ends: ok | stack
a = []
for _ in range(10**5):
    a = [a]
del a
