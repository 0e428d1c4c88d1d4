# says: The nearest class that has the name decides.
from abc import ABC, abstractmethod


class Indexable(ABC):
    """Classes whose instances take `thing[key]`."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Indexable and any(callable(vars(base).get("__getitem__")) for base in other.__mro__):
            return True
        return NotImplemented

    @abstractmethod
    def __getitem__(self, key): ...


class Table(Indexable):
    """An Indexable that names its columns."""

    def __getitem__(self, key): ...

    def columns(self): ...


print(issubclass(list, Indexable), issubclass(list, Table))
