from collections import deque
from typing import Protocol, runtime_checkable


def move_last(source: "Stack", target: "Stack"):
    """Move the last item of `source` to the end of `target`."""
    target.append(source.pop())


# Decorated, because a caller branches on it. All that a yes says: something stands under both names.
@runtime_checkable
class Stack(Protocol):
    def append(self, item): ...
    def pop(self): ...


FITS = [list, deque]


class Inbox:
    append = "only"
    pop = "music"


WORST = Inbox()
