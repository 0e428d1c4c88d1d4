# ends: endless
def f():
    try:
        f()
    except RecursionError:
        f()
        raise
import sys
sys.setrecursionlimit(60)
f()
