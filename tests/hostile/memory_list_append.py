# ends: memory | error MemoryError
a = []
while True:
    a.append('x' * 10**6)
