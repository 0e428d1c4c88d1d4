# ends: endless | memory | error MemoryError
a = [0]
while True:
    a = a * 3
