# ends: error ValueError
def f():
    1 / 0
f.__code__ = f.__code__.replace(co_linetable=b'\xff' * 5, co_firstlineno=-5, co_exceptiontable=b'\x80' * 9)
f()
