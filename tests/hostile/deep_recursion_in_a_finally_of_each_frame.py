# ends: endless
import sys
sys.setrecursionlimit(100)
def f():
    try:
        f()
    finally:
        f()
f()
