# finds: shadow list left
list = [3, 1, 2]
list.sort()
try:
    copy = list('abc')
except TypeError as error:
    print(error)
