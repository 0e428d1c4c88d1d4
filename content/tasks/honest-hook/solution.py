from abc import ABC, abstractmethod


class Indexable(ABC):
    """Classes whose instances take `thing[key]`."""

    @classmethod
    def __subclasshook__(cls, other):
        # Subclasses inherit this hook and ask for more: it speaks for Indexable alone.
        if cls is Indexable:
            # Where `thing[key]` looks: the class and its bases, not its metaclass.
            for base in other.__mro__:
                if "__getitem__" in vars(base):
                    # The nearest one counts, even if it is `None`.
                    if callable(vars(base)["__getitem__"]):
                        return True
                    break
        # No opinion: inheritance and registration go on as usual.
        return NotImplemented

    @abstractmethod
    def __getitem__(self, key): ...


class Table(Indexable):
    """An Indexable that names its columns."""

    def __getitem__(self, key): ...

    def columns(self): ...


print(issubclass(list, Indexable), issubclass(list, Table))
