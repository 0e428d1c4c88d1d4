# ends: ok
def g():
    try:
        yield
    finally:
        pass
for n in range(300):
    globals()[f'waits_{n}'] = it = g()
    next(it)
