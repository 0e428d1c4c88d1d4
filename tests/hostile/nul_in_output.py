# ends: ok
print('a\0b')
'c\0d'
