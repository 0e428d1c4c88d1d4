# finds: attribute functools.reduce left
import functools

def reduce(function, items, start=0):
    for item in items:
        start = function(start, item)
    return start

functools.reduce = reduce
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]))
