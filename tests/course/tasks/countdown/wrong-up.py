# says: It counts up
def countdown(n):
    for number in range(1, n + 1):
        yield number
