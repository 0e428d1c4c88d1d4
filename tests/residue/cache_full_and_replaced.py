# finds: cache lookup left
from functools import lru_cache

@lru_cache(maxsize=2)
def lookup(word):
    return word.title()

lookup("ann")
lookup("bob")
# --- next cell
print(lookup("cid"), lookup("dan"), lookup.cache_info().currsize)
