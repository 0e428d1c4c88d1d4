# says: It counts up
def countdown(n):
    yield from range(1, n + 1)
