# ends: endless
while True:
    print('x', end='')
