# finds: attribute collections.abc.Mapping.first left
from collections import ChainMap
from collections.abc import Mapping

def first(self):
    return next(iter(self.items()))

Mapping.first = first
print(ChainMap({'a': 1}).first())
