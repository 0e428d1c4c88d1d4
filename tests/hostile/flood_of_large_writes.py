# ends: endless | memory
block = '<' * 1_000_000 + '\n'
while True:
    print(block)
