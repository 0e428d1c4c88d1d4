# ends: error RecursionError | stack
def g():
    while True:
        try:
            yield
        except KeyError:
            h = g()
            next(h)
            h.throw(KeyError)
it = g()
next(it)
it.throw(KeyError)
