# ends: ok
def f(a, b=1):
    pass
for name in ('<script>', '\x1b[31m', '\u202e', '`', '\n', '', 'x' * 1_000_000):
    function = type(f)(f.__code__, {}, name)
    function.__qualname__ = function.__module__ = function.__doc__ = name
    globals()['called ' + name[:9]] = function
