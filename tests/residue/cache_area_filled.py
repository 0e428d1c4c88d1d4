# finds: cache area left
from functools import lru_cache

@lru_cache(maxsize=None)
def area(width, height):
    return width * height

# --- next cell
total = area(2, 3) + area(4, 5)
print(total, area.cache_info().currsize)
