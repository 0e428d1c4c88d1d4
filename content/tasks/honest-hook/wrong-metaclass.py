# says: `getattr` on a class also finds what its metaclass has.
from abc import ABC, abstractmethod


class Indexable(ABC):
    """Classes whose instances take `thing[key]`."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is Indexable and callable(getattr(other, "__getitem__", None)):
            return True
        return NotImplemented

    @abstractmethod
    def __getitem__(self, key): ...


class Table(Indexable):
    """An Indexable that names its columns."""

    def __getitem__(self, key): ...

    def columns(self): ...


print(issubclass(list, Indexable), issubclass(list, Table))
