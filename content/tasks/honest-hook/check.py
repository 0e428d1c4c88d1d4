from checking import cell

HEIRS = """
class Drawer(dict): ...

class Shelf:
    def __getitem__(self, key): ...

[issubclass(kind, Indexable) for kind in (list, dict, Drawer, Shelf, str, int, set)]
"""
SUBCLASSES = """
class Ordered(Indexable):
    def first(self):
        return self[0]

[issubclass(list, Table), issubclass(dict, Ordered)]
"""
OWN = """
class Wide(Table): ...

[issubclass(Wide, Table), issubclass(Table, Indexable), isinstance(Wide(), Indexable)]
"""
CLOSED = """
class Sealed:
    __getitem__ = None

class SealedDict(dict):
    __getitem__ = None

class Opened(SealedDict):
    def __getitem__(self, key): ...

[issubclass(Sealed, Indexable), issubclass(SealedDict, Indexable), issubclass(Opened, Indexable)]
"""
MEMBER = """
from enum import Enum

class Colour(Enum):
    RED = 1

isinstance(Colour.RED, Indexable)
"""
REGISTERED = """
class Remote:
    def __getattr__(self, name): ...

Indexable.register(Remote)
issubclass(Remote, Indexable)
"""

plain = cell.case(HEIRS, about="list, dict, a subclass of dict, a class with its own "
    "`__getitem__`, str; int, set: `issubclass(…, Indexable)`")
plain.gives([True, True, True, True, True, False, False], says="The hook must still know who can be "
    "indexed, by inheritance too.")
larger = cell.case(SUBCLASSES, about="`issubclass(list, Table)`, and dict with another subclass of Indexable")
larger.gives(
    [False, False], says="A list has no `columns`. The subclass asks for more and answers with its parent's hook."
)
own = cell.case(OWN, about="a class that inherits from Table: is it a Table, and an Indexable?")
no_opinion = "Your hook says no where it should have no opinion. `False` overrules even inheritance and registration."
own.gives([True, True, True], says=no_opinion)
cell.case(REGISTERED, about="a class after `Indexable.register`").gives(True, says=no_opinion)
closed = cell.case(CLOSED, about="`__getitem__ = None`, alone and in a subclass of dict; "
    "and a class below that has it again")
closed.gives(
    [False, False, True],
    says="The nearest class that has the name decides. `None` there means that the operation is not supported.",
)
member = cell.case(MEMBER, about="`isinstance(Colour.RED, Indexable)` for a member of an Enum")
member.gives(
    False,
    says='`getattr` on a class also finds what its metaclass has. `Colour["RED"]` works, `Colour.RED[…]` does not.',
)
