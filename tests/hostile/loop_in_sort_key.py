# ends: endless
def key(x):
    while True:
        pass
sorted([2, 1], key=key)
