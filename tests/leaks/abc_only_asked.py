# finds: nothing
import numbers
from collections.abc import Hashable, Sequence
# --- next cell
class Row(tuple):
    pass

numbers.Number._abc_caches_clear()
print(issubclass(Row, Sequence), isinstance(3, numbers.Integral), isinstance([], Hashable))
