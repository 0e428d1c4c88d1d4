# finds: setting sys.recursionlimit left
import sys

sys.setrecursionlimit(sys.getrecursionlimit() + 200)

def depth(tree):
    return 1 + max(map(depth, tree), default=0)

deep = depth([[], [[]]])
