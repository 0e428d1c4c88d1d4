# ends: endless
n = 0
while True:
    print(n)
    n += 1
