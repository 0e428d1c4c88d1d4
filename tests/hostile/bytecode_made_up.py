# ends: error SystemError | error TypeError | error ValueError | panic | stack | memory
def f():
    return 1
f.__code__ = f.__code__.replace(co_code=bytes(range(256)) * 4)
f()
