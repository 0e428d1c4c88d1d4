# ends: endless
def g():
    try:
        yield 1
    finally:
        while True:
            pass
for _ in g():
    break
