# ends: memory | error MemoryError | error OverflowError
s = 'x'
while True:
    s += s
