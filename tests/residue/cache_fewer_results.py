# finds: cache lookup left
from functools import lru_cache

@lru_cache
def lookup(name):
    return name.title()

lookup('ada')
lookup('grace')
# --- next cell
print(lookup('ada'))
lookup.cache_clear()
print(lookup.cache_info().currsize)
