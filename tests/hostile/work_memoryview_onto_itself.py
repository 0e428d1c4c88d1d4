# ends: ok
b = bytearray(range(100))
m = memoryview(b)
m[0:50] = m[50:0:-1]
m[::2] = m[1::2]
