# ends: memory | error MemoryError
list(range(10**9))
