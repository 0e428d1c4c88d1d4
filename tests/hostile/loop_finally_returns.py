# ends: endless
def f():
    while True:
        try:
            continue
        finally:
            continue
f()
