# ends: endless
while True:
    sorted(range(1_000_000), key=lambda n: -n)
