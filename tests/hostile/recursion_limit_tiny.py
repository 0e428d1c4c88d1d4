# ends: ok | error RecursionError
import sys
sys.setrecursionlimit(20)
