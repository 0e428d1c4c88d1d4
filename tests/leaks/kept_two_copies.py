# finds: attribute functools.reduce reverted
# finds: attribute operator.itemgetter reverted
# finds: attribute statistics.reduce left
# finds: attribute statistics.itemgetter left
import functools
import operator
from unittest.mock import patch
# --- next cell
def reduce(function, things, *start):
    raise NotImplementedError

class itemgetter:
    def __init__(self, *items):
        self.items = items

with patch("functools.reduce", reduce), patch("operator.itemgetter", itemgetter):
    import statistics
