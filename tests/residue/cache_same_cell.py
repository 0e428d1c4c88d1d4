# finds: nothing
from functools import cache

@cache
def steps(n):
    return 1 if n < 2 else steps(n - 1) + steps(n - 2)

print(steps(20), steps.cache_info().currsize)
