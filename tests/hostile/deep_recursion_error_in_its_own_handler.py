# ends: endless | stack | error RecursionError
def f():
    try:
        f()
    except RecursionError:
        try:
            g()
        finally:
            g()
def g():
    g()
f()
