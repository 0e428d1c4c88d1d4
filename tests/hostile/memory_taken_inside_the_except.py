# ends: memory | error MemoryError
# Takes all the memory there is; that is its point.
keep = []
while True:
    try:
        keep.append(bytearray(30_000_000))
    except MemoryError:
        keep.append(bytearray(1_000_000))
