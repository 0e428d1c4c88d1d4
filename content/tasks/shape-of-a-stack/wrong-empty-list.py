# says: WORST must be accepted and fail for its shape.
from collections import deque
from typing import Protocol, runtime_checkable


@runtime_checkable
class Stack(Protocol):
    def append(self, item): ...
    def pop(self): ...


FITS = [list, deque]
WORST = []
