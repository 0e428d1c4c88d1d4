# says: This object is all that `move_last` needs
from abc import ABC, abstractmethod
from collections import deque


class Stack(ABC):
    @abstractmethod
    def append(self, item): ...

    @abstractmethod
    def pop(self): ...


FITS = [list, deque]
for kind in FITS:
    Stack.register(kind)
WORST = Stack.register(type("Inbox", (), {}))()
