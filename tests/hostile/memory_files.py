# ends: memory | error MemoryError | error OSError
with open('big', 'wb') as f:
    while True:
        f.write(bytes(10**7))
