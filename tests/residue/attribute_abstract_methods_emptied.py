# finds: attribute collections.abc.Sized.__abstractmethods__ reverted
from collections.abc import Sized
# --- next cell
kept = Sized.__abstractmethods__
Sized.__abstractmethods__ = frozenset()
try:
    sized = Sized()
finally:
    Sized.__abstractmethods__ = kept
print(type(sized).__name__)
