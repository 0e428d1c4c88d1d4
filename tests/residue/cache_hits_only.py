# finds: nothing
from functools import lru_cache

@lru_cache(maxsize=8)
def cube(number):
    return number ** 3

warm = [cube(n) for n in (1, 2, 3)]
# --- next cell
again = [cube(n) for n in (3, 2, 1, 1)]
print(again, cube.cache_info().hits)
