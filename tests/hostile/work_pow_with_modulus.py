# ends: endless
m = (1 << 20_000) - 1
while True:
    pow(3, m, m)
