# finds: setting sys.recursionlimit reverted
import sys
from contextlib import contextmanager

@contextmanager
def recursion(extra):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + extra)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)

def count(n):
    return 0 if n == 0 else 1 + count(n - 1)

with recursion(150):
    counted = count(40)
