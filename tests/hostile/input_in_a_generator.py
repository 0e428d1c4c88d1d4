# ends: waiting
print(*(input(f'{n}? ') for n in range(3)))
