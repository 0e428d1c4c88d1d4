# ends: panic | error SystemError | error ValueError
def f():
    return print(1, 'two')
f.__code__ = f.__code__.replace(co_consts=(), co_names=())
f()
