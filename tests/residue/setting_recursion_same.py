# finds: nothing
import sys

limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit)
enough = limit > 50
