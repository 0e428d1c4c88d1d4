# says: Your hook says no where it should have no opinion.
from abc import ABC, abstractmethod


class Indexable(ABC):
    """Classes whose instances take `thing[key]`."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Indexable:
            return False
        for base in other.__mro__:
            if "__getitem__" in vars(base):
                return callable(vars(base)["__getitem__"])
        return False

    @abstractmethod
    def __getitem__(self, key): ...


class Table(Indexable):
    """An Indexable that names its columns."""

    def __getitem__(self, key): ...

    def columns(self): ...


print(issubclass(list, Indexable), issubclass(list, Table))
