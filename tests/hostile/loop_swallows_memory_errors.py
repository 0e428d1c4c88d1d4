# ends: endless | memory
while True:
    try:
        bytearray(2**31 - 1)
    except MemoryError:
        pass
