# ends: memory | error MemoryError
d = {}
n = 0
while True:
    d[n] = str(n) * 1000
    n += 1
