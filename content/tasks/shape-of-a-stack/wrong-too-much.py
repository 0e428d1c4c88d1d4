# says: This object is all that `move_last` needs
from collections import UserList
from typing import Protocol, runtime_checkable


@runtime_checkable
class Stack(Protocol):
    def append(self, item): ...
    def pop(self): ...
    def extend(self, items): ...
    def __len__(self): ...


FITS = [list, UserList]
WORST = type("Inbox", (), {"append": 1, "pop": 2, "extend": 3, "__len__": 4})()
