# ends: error RecursionError
def deco(g):
    def wrapper(*args, **kwargs):
        return g(*args, **kwargs)
    return wrapper
@deco
def f():
    return f()
f()
