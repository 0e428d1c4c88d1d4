# finds: attribute functools.partial reverted
import functools
from unittest.mock import Mock
# --- next cell
kept = functools.partial
functools.partial = Mock()
try:
    functools.partial(print)
finally:
    functools.partial = kept
print(functools.partial(len, "ab")())
