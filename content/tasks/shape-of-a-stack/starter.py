from typing import Protocol


def move_last(source, target):
    """Move the last item of `source` to the end of `target`."""
    target.append(source.pop())


class Stack(Protocol):
    def append(self, item): ...
    def pop(self): ...
    def sort(self): ...


FITS = [list, dict]  # two unrelated classes of the library
WORST = object()  # isinstance says yes, and move_last fails
