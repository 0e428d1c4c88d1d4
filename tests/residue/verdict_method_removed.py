# finds: attribute Feed.__iter__ left
# finds: verdict Iterable: Feed permanent
from collections.abc import Iterable

class Feed:
    def __iter__(self):
        return iter(())

# --- next cell
before = issubclass(Feed, Iterable)
del Feed.__iter__
after = issubclass(Feed, Iterable)
print(before, after)
