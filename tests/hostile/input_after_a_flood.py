# ends: waiting
for n in range(20_000):
    print(n)
input('still there? ')
