# ends: endless | memory | error MemoryError
data = b'a' * 100_000
while True:
    data.replace(b'', b'x' * 100)
