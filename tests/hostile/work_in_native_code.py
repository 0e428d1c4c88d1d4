# ends: endless
x = 3 ** 3_000_000
while True:
    x * x
