# finds: generator lease reverted
from contextlib import contextmanager

free = ["red", "blue"]

@contextmanager
def borrow():
    bike = free.pop()
    try:
        yield bike
    finally:
        free.append(bike)
# --- next cell
lease = borrow()
bike = lease.__enter__()
print(bike, len(free))
lease.__exit__(None, None, None)
