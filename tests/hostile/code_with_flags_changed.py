# ends: panic | error SystemError | error ValueError
def f():
    return 1
for flag in (0x20, 0x80, 0x100, 0x200, 0xFFFF):
    g = lambda: 1
    g.__code__ = f.__code__.replace(co_flags=flag)
    print(g)
    g()
