# ends: memory
# Takes all the memory there is; that is its point.
n = 0
while True:
    with open(f'full_{n}', 'wb') as file:
        file.write(bytes(20_000_000))
    n += 1
