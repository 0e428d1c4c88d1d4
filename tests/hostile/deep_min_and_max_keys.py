# ends: error RecursionError | stack
def f(x):
    return min([1, 2], key=g)
def g(x):
    return max([1, 2], key=f)
f(1)
