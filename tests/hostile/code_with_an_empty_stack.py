# ends: panic | error SystemError | error ValueError
def f(a, b):
    return [a, b, a + b]
f.__code__ = f.__code__.replace(co_stacksize=0)
f(1, 2)
