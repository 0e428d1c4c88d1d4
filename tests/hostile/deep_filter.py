# ends: error RecursionError | stack
def f(x):
    return list(filter(f, [x]))
f(1)
