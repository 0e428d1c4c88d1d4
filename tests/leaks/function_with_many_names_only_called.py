# finds: nothing
import contextlib
import functools
import statistics
# --- next cell
@functools.wraps(statistics.mean)
def mean(data):
    return round(statistics.mean(data), 1)

@contextlib.contextmanager
def block():
    yield mean([1, 2])

with block() as value:
    print(value, functools.singledispatch(statistics.median)([3, 4]))
