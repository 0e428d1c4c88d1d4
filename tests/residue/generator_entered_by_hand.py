# finds: generator lease left
from contextlib import contextmanager

free = ["red", "blue"]

@contextmanager
def borrow():
    bike = free.pop()
    try:
        yield bike
    finally:
        free.append(bike)

lease = borrow()
bike = lease.__enter__()
