# ends: memory | error MemoryError | error OverflowError | endless
x = 10**10**8
