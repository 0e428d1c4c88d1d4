# ends: memory | error MemoryError
b = bytearray(2**31 - 1)
