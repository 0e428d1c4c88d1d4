# ends: error RecursionError | stack
from functools import cmp_to_key
def compare(a, b):
    return len(sorted([1, 2], key=cmp_to_key(compare)))
sorted([1, 2], key=cmp_to_key(compare))
