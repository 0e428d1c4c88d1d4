# ends: endless | stack
def f():
    f()
while True:
    try:
        f()
    except RecursionError:
        pass
