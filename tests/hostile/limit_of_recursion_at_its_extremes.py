# ends: ok
import sys
for limit in (0, -1, 1, 2, 2**31 - 1, 2**31, 10**30, 'x', None, 1.5, True):
    try:
        sys.setrecursionlimit(limit)
    except (ValueError, OverflowError, TypeError, RecursionError):
        pass
sys.setrecursionlimit(1_000)
