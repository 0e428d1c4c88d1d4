# finds: nothing
from contextlib import contextmanager

free = ["red", "blue"]

@contextmanager
def borrow():
    bike = free.pop()
    try:
        yield bike
    finally:
        free.append(bike)

with borrow() as bike:
    ride = f"{bike} bike"
    left = len(free)
print(ride, left, len(free))
