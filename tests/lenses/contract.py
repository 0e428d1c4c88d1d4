#: a registered class passes without having the method
from abc import ABC, abstractmethod
class Exporter(ABC):
    @abstractmethod
    def export(self, rows): ...
@Exporter.register
class OldReport:
    def dump(self, rows): ...
#? contract isinstance(OldReport(), Exporter)
#= `isinstance` says yes: `OldReport` is registered with `Exporter`, although `export` is missing.
#= exact type: asks: is `type(OldReport())` `Exporter` itself?; says: no, it is `OldReport` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `OldReport` before?; says: no (no)
#= kept no: asks: has it said no to `OldReport` before?; says: yes, but a class was registered since (hidden)
#= `object.__subclasshook__`: asks: what does it return for `OldReport`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `OldReport`?; says: no (no)
#= registered: asks: is `OldReport` one, or below one?; says: `OldReport` itself (answers)
#= really: says: True (yes)
#= `export`: asks: method `export(rows)`; says: missing (nothing)

#: a name need not be a method, and a method need not fit
from abc import ABC, abstractmethod
class Exporter(ABC):
    @abstractmethod
    def export(self, rows): ...
class Template(Exporter):
    export = 42
class Summary(Exporter):
    def export(self): ...
class Csv(Exporter):
    def export(self, rows, *, separator=","): ...
class Strict(Exporter):
    def export(self, rows, *, separator): ...
class Any(Exporter):
    def export(*args, **options): ...
class Unfinished(Exporter): ...
#? contract isinstance(Template(), Exporter)
#= `isinstance` says yes: `Exporter` is in the MRO of `Template`, although `export` can't be called.
#= exact type: asks: is `type(Template())` `Exporter` itself?; says: no, it is `Template` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Template` before?; says: no (no)
#= kept no: asks: has it said no to `Template` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Template`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Template`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Template` (new)
#= `export`: asks: method `export(rows)`; says: `Template.export` gives an `int`, no method (fails)
#? contract isinstance(Summary(), Exporter)
#= `isinstance` says yes: `Exporter` is in the MRO of `Summary`, although `export` takes other arguments.
#= exact type: asks: is `type(Summary())` `Exporter` itself?; says: no, it is `Summary` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Summary` before?; says: no (no)
#= kept no: asks: has it said no to `Summary` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Summary`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Summary`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Summary` (new)
#= `export`: asks: method `export(rows)`; says: `Summary.export()` does not fit (fails)
#? contract isinstance(Csv(), Exporter)
#= `isinstance` says yes: `Exporter` is in the MRO of `Csv`.
#= exact type: asks: is `type(Csv())` `Exporter` itself?; says: no, it is `Csv` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Csv` before?; says: no (no)
#= kept no: asks: has it said no to `Csv` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Csv`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Csv`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Csv` (new)
#= `export`: asks: method `export(rows)`; says: `Csv.export(rows, *, separator=…)` fits (yes)
#? contract isinstance(Strict(), Exporter)
#= `isinstance` says yes: `Exporter` is in the MRO of `Strict`, although `export` takes other arguments.
#= exact type: asks: is `type(Strict())` `Exporter` itself?; says: no, it is `Strict` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Strict` before?; says: no (no)
#= kept no: asks: has it said no to `Strict` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Strict`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Strict`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Strict` (new)
#= `export`: asks: method `export(rows)`; says: `Strict.export(rows, *, separator)` does not fit (fails)
#? contract isinstance(Any(), Exporter)
#= `isinstance` says yes: `Exporter` is in the MRO of `Any`.
#= exact type: asks: is `type(Any())` `Exporter` itself?; says: no, it is `Any` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Any` before?; says: no (no)
#= kept no: asks: has it said no to `Any` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Any`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Any`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Any` (new)
#= `export`: asks: method `export(rows)`; says: `Any.export(*args, **options)` fits (yes)
#? contract issubclass(Unfinished, Exporter)
#= `issubclass` says yes: `Exporter` is in the MRO of `Unfinished`, although `export` is still abstract.
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__subclasscheck__` (asked)
#= kept yes: asks: has it said yes to `Unfinished` before?; says: no (no)
#= kept no: asks: has it said no to `Unfinished` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Unfinished`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Exporter` in the MRO of `Unfinished`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Unfinished` (new)
#= `export`: asks: method `export(rows)`; says: `Exporter.export` is still abstract (no)

#: a kept no is in force, although the shape has changed
import lenses
from abc import ABC
class Closing(ABC):
    @classmethod
    def __subclasshook__(cls, kind):
        return any("close" in vars(each) for each in kind.__mro__) or NotImplemented
class Feed: ...
isinstance(Feed(), Closing)
Feed.close = lambda self: None
#? contract isinstance(Feed(), Closing)
#= `isinstance` says no: `Closing` has said no to `Feed` before, and keeps the answer.
#= exact type: asks: is `type(Feed())` `Closing` itself?; says: no, it is `Feed` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Feed` before?; says: no (no)
#= kept no: asks: has it said no to `Feed` before?; says: yes, and no class was registered since (answers)
#= asked afresh: asks: what would it say now?; says: yes: `Closing.__subclasshook__` returns `True` for `Feed` (fails)
#= really: says: False (no)

#: a kept no is out of date after any registration
import lenses
from abc import ABC
class Closing(ABC):
    @classmethod
    def __subclasshook__(cls, kind):
        return any("close" in vars(each) for each in kind.__mro__) or NotImplemented
class Other(ABC): ...
class Feed: ...
isinstance(Feed(), Closing)
Feed.close = lambda self: None
Other.register(int)
#? contract isinstance(Feed(), Closing)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Feed`.
#= exact type: asks: is `type(Feed())` `Closing` itself?; says: no, it is `Feed` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Feed` before?; says: no (no)
#= kept no: asks: has it said no to `Feed` before?; says: yes, but a class was registered since (hidden)
#= `Closing.__subclasshook__`: asks: what does it return for `Feed`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Feed` (new)
#? contract issubclass(Feed, Closing)
#= `issubclass` says yes: `Closing` has said yes to `Feed` before, and keeps the answer.
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__subclasscheck__` (asked)
#= kept yes: asks: has it said yes to `Feed` before?; says: yes (answers)
#= asked afresh: asks: what would it say now?; says: yes: `Closing.__subclasshook__` returns `True` for `Feed` (hidden)
#= really: says: True (yes)

#: a kept yes stays after the method has gone
from collections.abc import Sized
class Box:
    def __len__(self): return 0
isinstance(Box(), Sized)
del Box.__len__
#? contract isinstance(Box(), Sized)
#= `isinstance` says yes: `Sized` has said yes to `Box` before, and keeps the answer, although `__len__` is missing.
#= exact type: asks: is `type(Box())` `Sized` itself?; says: no, it is `Box` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Box` before?; says: yes (answers)
#= asked afresh: asks: what would it say now?; says: no: `Box` neither inherits from `Sized` nor is registered with it (fails)
#= really: says: True (yes)
#= `__len__`: asks: method `__len__()`; says: missing (nothing)

#: the hooks of the library
from collections.abc import Iterable, Sized
class Box:
    def __len__(self): return 0
class Wrong:
    __len__ = None
class Old:
    def __getitem__(self, at): raise IndexError
#? contract isinstance(Box(), Sized)
#= `isinstance` says yes: `Sized.__subclasshook__` returns `True` for `Box`.
#= exact type: asks: is `type(Box())` `Sized` itself?; says: no, it is `Box` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Box` before?; says: no (no)
#= kept no: asks: has it said no to `Box` before?; says: no (no)
#= `Sized.__subclasshook__`: asks: what does it return for `Box`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Box` (new)
#= `__len__`: asks: method `__len__()`; says: `Box.__len__()` fits (yes)
#? contract isinstance(Wrong(), Sized)
#= `isinstance` says no: `Wrong` neither inherits from `Sized` nor is registered with it.
#= exact type: asks: is `type(Wrong())` `Sized` itself?; says: no, it is `Wrong` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Wrong` before?; says: no (no)
#= kept no: asks: has it said no to `Wrong` before?; says: no (no)
#= `Sized.__subclasshook__`: asks: what does it return for `Wrong`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Sized` in the MRO of `Wrong`?; says: no (no)
#= registered: asks: is `Wrong` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Wrong`?; says: none of the library's (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Wrong` (new)
#= `__len__`: asks: method `__len__()`; says: `Wrong.__len__` is `None` (no)
#? contract isinstance(Old(), Iterable)
#= `isinstance` says no: `Old` neither inherits from `Iterable` nor is registered with it.
#= exact type: asks: is `type(Old())` `Iterable` itself?; says: no, it is `Old` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Old` before?; says: no (no)
#= kept no: asks: has it said no to `Old` before?; says: no (no)
#= `Iterable.__subclasshook__`: asks: what does it return for `Old`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Iterable` in the MRO of `Old`?; says: no (no)
#= registered: asks: is `Old` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Old`?; says: none of the library's (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Old` (new)
#= `__iter__`: asks: method `__iter__()`; says: missing (nothing)
#? contract isinstance([], Sized)
#= `isinstance` says yes: `Sized.__subclasshook__` returns `True` for `list`.
#= exact type: asks: is `type(x)` `Sized` itself?; says: no, it is `list` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept answers: asks: has it answered before?; says: left aside: the library may have asked
#= `Sized.__subclasshook__`: asks: what does it return for `list`?; says: `True` (answers)
#= really: says: True (yes)
#= `__len__`: asks: method `__len__()`; says: `list.__len__` can be called (yes)
#? contract isinstance(3, Sized)
#= `isinstance` says no: `int` neither inherits from `Sized` nor is registered with it.
#= exact type: asks: is `type(x)` `Sized` itself?; says: no, it is `int` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept answers: asks: has it answered before?; says: left aside: the library may have asked
#= `Sized.__subclasshook__`: asks: what does it return for `int`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Sized` in the MRO of `int`?; says: no (no)
#= registered: asks: is `int` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `int`?; says: none of the library's (no)
#= really: says: False (no)
#= `__len__`: asks: method `__len__()`; says: missing (nothing)

#: a hook answers for the subclasses too
from abc import ABC, abstractmethod
class Closing(ABC):
    @classmethod
    def __subclasshook__(cls, kind): return hasattr(kind, "close") or NotImplemented
class Door(Closing):
    @abstractmethod
    def open(self): ...
class Feed:
    def close(self): ...
#? contract isinstance(Feed(), Door)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Feed`, although `open` is missing.
#= exact type: asks: is `type(Feed())` `Door` itself?; says: no, it is `Feed` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Feed` before?; says: no (no)
#= kept no: asks: has it said no to `Feed` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Feed`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Feed` (new)
#= `open`: asks: method `open()`; says: missing (nothing)

#: an exact type is not asked about
class Never(type):
    def __instancecheck__(cls, thing): return False
    def __subclasscheck__(cls, kind): return False
class Ticket(metaclass=Never): ...
class Season(Ticket): ...
#? contract isinstance(Ticket(), Ticket)
#= `isinstance` says yes: `type(Ticket())` is `Ticket` itself, so `Never.__instancecheck__` is not asked.
#= exact type: asks: is `type(Ticket())` `Ticket` itself?; says: yes (answers)
#= `Never.__instancecheck__`: says: not asked (hidden)
#= really: says: True (yes)
#? contract isinstance(Season(), Ticket)
#= `isinstance` says no: `Never.__instancecheck__` returns `False`.
#= exact type: asks: is `type(Season())` `Ticket` itself?; says: no, it is `Season` (no)
#= `Never.__instancecheck__`: asks: what does it return?; says: `False` (no)
#= without it: asks: what would `type` say?; says: yes (hidden)
#= really: says: False (no)
#? contract issubclass(Ticket, Ticket)
#= `issubclass` says no: `Never.__subclasscheck__` returns `False`.
#= `Never.__subclasscheck__`: asks: what does it return?; says: `False` (no)
#= without it: asks: what would `type` say?; says: yes (hidden)
#= really: says: False (no)

#: an object that claims another class
from abc import ABC
from unittest.mock import Mock
class Lie:
    __class__ = property(lambda self: int)
class Job: ...
class Number(ABC): ...
Number.register(int)
mock = Mock(spec=Job)
#? contract isinstance(Lie(), int)
#= `isinstance` says yes: `Lie().__class__` claims `int`, although the type is `Lie`.
#= exact type: asks: is `type(Lie())` `int` itself?; says: no, it is `Lie` (no)
#= MRO: asks: is `int` in the MRO of `Lie`?; says: no (no)
#= `Lie().__class__`: asks: which class does it claim?; says: `int`, and is believed (answers)
#= really: says: True (yes)
#? contract isinstance(Lie(), str)
#= `isinstance` says no: `str` is not in the MRO of `Lie`.
#= exact type: asks: is `type(Lie())` `str` itself?; says: no, it is `Lie` (no)
#= MRO: asks: is `str` in the MRO of `Lie`?; says: no (no)
#= `Lie().__class__`: asks: which class does it claim?; says: `int`, not below it either (no)
#= really: says: False (no)
#? contract isinstance(mock, Job)
#= `isinstance` says yes: `mock.__class__` claims `Job`, although the type is `Mock`.
#= exact type: asks: is `type(mock)` `Job` itself?; says: no, it is `Mock` (no)
#= MRO: asks: is `Job` in the MRO of `Mock`?; says: no (no)
#= `mock.__class__`: asks: which class does it claim?; says: `Job`, and is believed (answers)
#= really: says: True (yes)
#? contract isinstance(Lie(), Number)
#= `isinstance` says yes: `int` is registered with `Number`.
#= exact type: asks: is `type(Lie())` `Number` itself?; says: no, it is `Lie` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= `Lie().__class__`: asks: which class does it claim?; says: `int`, so that is asked about first (asked)
#= kept yes: asks: has it said yes to `int` before?; says: no (no)
#= kept no: asks: has it said no to `int` before?; says: yes, but a class was registered since (hidden)
#= `object.__subclasshook__`: asks: what does it return for `int`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Number` in the MRO of `int`?; says: no (no)
#= registered: asks: is `int` one, or below one?; says: `int` itself (answers)
#= really: says: True (yes)
#? contract isinstance(mock, Number)
#= `isinstance` says no: `Mock` neither inherits from `Number` nor is registered with it.
#= exact type: asks: is `type(mock)` `Number` itself?; says: no, it is `Mock` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= `mock.__class__`: asks: which class does it claim?; says: `Job`, so that is asked about first (asked)
#= kept yes: asks: has it said yes to `Job` before?; says: no (no)
#= kept no: asks: has it said no to `Job` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Job`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Number` in the MRO of `Job`?; says: no (no)
#= registered: asks: is `Job` one, or below one?; says: none of the library's (no)
#= subclasses: asks: does one of them take `Job`?; says: there is none (no)
#= `type(mock)`: asks: which class is it really?; says: `Mock`, so that is asked about as well (asked)
#= kept yes: asks: has it said yes to `Mock` before?; says: no (no)
#= kept no: asks: has it said no to `Mock` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Mock`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Number` in the MRO of `Mock`?; says: no (no)
#= registered: asks: is `Mock` one, or below one?; says: none of the library's (no)
#= subclasses: asks: does one of them take `Mock`?; says: there is none (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Job` (new)
#= kept no: asks: which answer is kept from now on?; says: no to `Mock` (new)

#: reading the class raises
from abc import ABC
class Secret:
    @property
    def __class__(self): raise ValueError("no")
class Silent:
    @property
    def __class__(self): raise AttributeError("no")
class Contract(ABC): ...
#? contract isinstance(Secret(), int)
#= `isinstance` raises ValueError: reading `Secret().__class__` raises ValueError.
#= exact type: asks: is `type(Secret())` `int` itself?; says: no, it is `Secret` (no)
#= MRO: asks: is `int` in the MRO of `Secret`?; says: no (no)
#= `Secret().__class__`: asks: which class does it claim?; says: reading it raises ValueError (fails)
#= really: says: raises ValueError (fails)
#? contract isinstance(Silent(), int)
#= `isinstance` says no: `int` is not in the MRO of `Silent`.
#= exact type: asks: is `type(Silent())` `int` itself?; says: no, it is `Silent` (no)
#= MRO: asks: is `int` in the MRO of `Silent`?; says: no (no)
#= `Silent().__class__`: asks: which class does it claim?; says: none (no)
#= really: says: False (no)
#? contract isinstance(Silent(), Contract)
#= `isinstance` raises AttributeError: reading `Silent().__class__` raises AttributeError.
#= exact type: asks: is `type(Silent())` `Contract` itself?; says: no, it is `Silent` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= `Silent().__class__`: asks: which class does it claim?; says: reading it raises AttributeError (fails)
#= really: says: raises AttributeError (fails)

#: tuples and unions
class A: ...
class B(A): ...
#? contract isinstance(B(), (str, (A, int)))
#= `isinstance` says yes: `A` is in the MRO of `B`.
#= `str`: asks: does it say yes?; says: `str` is not in the MRO of `B` (no)
#= `A`: asks: does it say yes?; says: `A` is in the MRO of `B` (answers)
#= `int`: says: not asked any more (hidden)
#= really: says: True (yes)
#? contract isinstance(B(), int | None)
#= `isinstance` says no: none of the classes says yes.
#= `int`: asks: does it say yes?; says: `int` is not in the MRO of `B` (no)
#= `NoneType`: asks: does it say yes?; says: `NoneType` is not in the MRO of `B` (no)
#= really: says: False (no)
#? contract isinstance(B(), ())
#= `isinstance` says no: none of the classes says yes.
#= really: says: False (no)
#? contract isinstance(B(), (A, list[int]))
#= `isinstance` says yes: `A` is in the MRO of `B`.
#= `A`: asks: does it say yes?; says: `A` is in the MRO of `B` (answers)
#= a `GenericAlias`: says: not asked any more (hidden)
#= really: says: True (yes)
#? contract isinstance(B(), (list[int], A))
#= `isinstance` raises TypeError: `GenericAlias.__instancecheck__` raises TypeError.
#= a `GenericAlias`: asks: does it say yes?; says: `GenericAlias.__instancecheck__` raises TypeError (fails)
#= `A`: says: not asked any more (hidden)
#= really: says: raises TypeError (fails)
#? contract issubclass(bool, (str, int))
#= `issubclass` says yes: `int` is in the MRO of `bool`.
#= `str`: asks: does it say yes?; says: `str` is not in the MRO of `bool` (no)
#= `int`: asks: does it say yes?; says: `int` is in the MRO of `bool` (answers)
#= really: says: True (yes)

#: a protocol that may not be asked
from typing import Protocol
class Closing(Protocol):
    def close(self): ...
class Feed:
    def close(self): ...
class Named(Closing): ...
class Heir(Named): ...
#? contract isinstance(Feed(), Closing)
#= `isinstance` raises TypeError: `Closing` is not `@runtime_checkable`.
#= exact type: asks: is `type(Feed())` `Closing` itself?; says: no, it is `Feed` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: no (fails)
#= really: says: raises TypeError (fails)
#= `close`: asks: method `close()`; says: `Feed.close()` fits (yes)
#? contract isinstance(Named(), Closing)
#= `isinstance` raises TypeError: `Closing` is not `@runtime_checkable`.
#= exact type: asks: is `type(Named())` `Closing` itself?; says: no, it is `Named` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: no (fails)
#= really: says: raises TypeError (fails)
#= `close`: asks: method `close()`; says: `Closing.close()` fits (yes)
#? contract isinstance(Named(), Named)
#= `isinstance` says yes: `type(Named())` is `Named` itself.
#= exact type: asks: is `type(Named())` `Named` itself?; says: yes (answers)
#= really: says: True (yes)
#? contract isinstance(Heir(), Named)
#= `isinstance` says yes: `Named` is in the MRO of `Heir`.
#= exact type: asks: is `type(Heir())` `Named` itself?; says: no, it is `Heir` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= protocol: asks: is it a protocol?; says: no, `Named` is a subclass of one (no)
#= kept yes: asks: has it said yes to `Heir` before?; says: no (no)
#= kept no: asks: has it said no to `Heir` before?; says: no (no)
#= `Named.__subclasshook__`: asks: what does it return for `Heir`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Named` in the MRO of `Heir`?; says: yes (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Heir` (new)

#: a protocol looks at names
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closing(Protocol):
    def close(self): ...
class Feed:
    def close(self): ...
class Valve:
    def close(self, force): ...
class Quote:
    close = 42
class Session:
    @property
    def close(self): return "23:00"
class Frozen(Feed):
    close = None
class Own: ...
own = Own()
own.close = print
class Lazy:
    def __getattr__(self, name): return print
#? contract isinstance(Feed(), Closing)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Feed`.
#= exact type: asks: is `type(Feed())` `Closing` itself?; says: no, it is `Feed` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Feed` before?; says: no (no)
#= kept no: asks: has it said no to `Feed` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Feed`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Feed` (new)
#= `close`: asks: method `close()`; says: `Feed.close()` fits (yes)
#? contract isinstance(Valve(), Closing)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Valve`, although `close` takes other arguments.
#= exact type: asks: is `type(Valve())` `Closing` itself?; says: no, it is `Valve` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Valve` before?; says: no (no)
#= kept no: asks: has it said no to `Valve` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Valve`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Valve` (new)
#= `close`: asks: method `close()`; says: `Valve.close(force)` does not fit (fails)
#? contract isinstance(Quote(), Closing)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Quote`, although `close` can't be called.
#= exact type: asks: is `type(Quote())` `Closing` itself?; says: no, it is `Quote` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Quote` before?; says: no (no)
#= kept no: asks: has it said no to `Quote` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Quote`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Quote` (new)
#= `close`: asks: method `close()`; says: `Quote.close` gives an `int`, no method (fails)
#? contract isinstance(Session(), Closing)
#= `isinstance` says yes: `Closing.__subclasshook__` returns `True` for `Session`, although `close` can't be called.
#= exact type: asks: is `type(Session())` `Closing` itself?; says: no, it is `Session` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Session` before?; says: no (no)
#= kept no: asks: has it said no to `Session` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Session`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Session` (new)
#= `close`: asks: method `close()`; says: `Session.close` gives a `str`, no method (fails)
#? contract isinstance(Frozen(), Closing)
#= `isinstance` says no: `Frozen()` lacks `close`.
#= exact type: asks: is `type(Frozen())` `Closing` itself?; says: no, it is `Frozen` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Frozen` before?; says: no (no)
#= kept no: asks: has it said no to `Frozen` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Frozen`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Closing` in the MRO of `Frozen`?; says: no (no)
#= registered: asks: is `Frozen` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Frozen`?; says: there is none (no)
#= members: asks: does `Frozen()` itself have them all?; says: no, not `close` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Frozen` (new)
#= `close`: asks: method `close()`; says: `Frozen.close` is `None` (no)
#? contract isinstance(own, Closing)
#= `isinstance` says yes: `own` itself has every member of `Closing`.
#= exact type: asks: is `type(own)` `Closing` itself?; says: no, it is `Own` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Own` before?; says: no (no)
#= kept no: asks: has it said no to `Own` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Own`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Closing` in the MRO of `Own`?; says: no (no)
#= registered: asks: is `Own` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Own`?; says: there is none (no)
#= members: asks: does `own` itself have them all?; says: yes (answers)
#= really: says: True (yes)
#= kept no: asks: which answer is kept from now on?; says: no to `Own` (new)
#= `close`: asks: method `close()`; says: the object's own `close` can be called (yes)
#? contract isinstance(Lazy(), Closing)
#= `isinstance` says no: `Lazy()` lacks `close`.
#= exact type: asks: is `type(Lazy())` `Closing` itself?; says: no, it is `Lazy` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Lazy` before?; says: no (no)
#= kept no: asks: has it said no to `Lazy` before?; says: no (no)
#= `Closing.__subclasshook__`: asks: what does it return for `Lazy`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Closing` in the MRO of `Lazy`?; says: no (no)
#= registered: asks: is `Lazy` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Lazy`?; says: there is none (no)
#= members: asks: does `Lazy()` itself have them all?; says: no, not `close` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Lazy` (new)
#= `close`: asks: method `close()`; says: missing; `__getattr__` gives one (asked)
#? contract issubclass(Session, Closing)
#= `issubclass` says yes: `Closing` has said yes to `Session` before, and keeps the answer.
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__subclasscheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Session` before?; says: yes (answers)
#= asked afresh: asks: what would it say now?; says: yes: `Closing.__subclasshook__` returns `True` for `Session` (hidden)
#= really: says: True (yes)
#= `close`: asks: method `close()`; says: `Session.close` is a `property` (asked)

#: a protocol with data, and one that inherits being checkable
from typing import Protocol, runtime_checkable
@runtime_checkable
class Named(Protocol):
    name: str
    def greet(self, other): ...
class Longer(Named, Protocol):
    def leave(self): ...
class Person:
    def __init__(self): self.name = "Ada"
    def greet(self, other): ...
class Slim:
    __slots__ = ("name",)
    def greet(self, other): ...
class Nobody:
    def greet(self, other): ...
#? contract isinstance(Person(), Named)
#= `isinstance` says yes: `Person()` itself has every member of `Named`.
#= exact type: asks: is `type(Person())` `Named` itself?; says: no, it is `Person` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Person` before?; says: no (no)
#= kept no: asks: has it said no to `Person` before?; says: no (no)
#= `Named.__subclasshook__`: asks: what does it return for `Person`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Named` in the MRO of `Person`?; says: no (no)
#= registered: asks: is `Person` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Person`?; says: none: `Longer` (no)
#= members: asks: does `Person()` itself have them all?; says: yes (answers)
#= really: says: True (yes)
#= kept no: asks: which answer is kept from now on?; says: no to `Person` (new)
#= `greet`: asks: method `greet(other)`; says: `Person.greet(other)` fits (yes)
#= `name`: asks: attribute; says: the object's own `name` (yes)
#? contract isinstance(Slim(), Named)
#= `isinstance` says yes: `Named.__subclasshook__` returns `True` for `Slim`.
#= exact type: asks: is `type(Slim())` `Named` itself?; says: no, it is `Slim` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Slim` before?; says: no (no)
#= kept no: asks: has it said no to `Slim` before?; says: no (no)
#= `Named.__subclasshook__`: asks: what does it return for `Slim`?; says: `True` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Slim` (new)
#= `greet`: asks: method `greet(other)`; says: `Slim.greet(other)` fits (yes)
#= `name`: asks: attribute; says: `Slim.name` (yes)
#? contract isinstance(Nobody(), Named)
#= `isinstance` says no: `Nobody()` lacks `name`.
#= exact type: asks: is `type(Nobody())` `Named` itself?; says: no, it is `Nobody` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Nobody` before?; says: no (no)
#= kept no: asks: has it said no to `Nobody` before?; says: no (no)
#= `Named.__subclasshook__`: asks: what does it return for `Nobody`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Named` in the MRO of `Nobody`?; says: no (no)
#= registered: asks: is `Nobody` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Nobody`?; says: none: `Longer` (no)
#= members: asks: does `Nobody()` itself have them all?; says: no, not `name` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Nobody` (new)
#= `greet`: asks: method `greet(other)`; says: `Nobody.greet(other)` fits (yes)
#= `name`: asks: attribute; says: missing (nothing)
#? contract isinstance(Person(), Longer)
#= `isinstance` says no: `Person()` lacks `leave`.
#= exact type: asks: is `type(Person())` `Longer` itself?; says: no, it is `Person` (no)
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__instancecheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= kept yes: asks: has it said yes to `Person` before?; says: no (no)
#= kept no: asks: has it said no to `Person` before?; says: yes, and no class was registered since (answers)
#= asked afresh: asks: what would it say now?; says: no: `Person` neither inherits from `Longer` nor is registered with it (hidden)
#= members: asks: does `Person()` itself have them all?; says: no, not `leave` (no)
#= really: says: False (no)
#= `greet`: asks: method `greet(other)`; says: `Person.greet(other)` fits (yes)
#= `leave`: asks: method `leave()`; says: missing (nothing)
#= `name`: asks: attribute; says: the object's own `name` (yes)
#? contract issubclass(Person, Named)
#= `issubclass` raises TypeError: `Named` has members that are no methods, which only an instance can show.
#= metaclass `_ProtocolMeta`: asks: whose check does it have?; says: `_ProtocolMeta.__subclasscheck__` (asked)
#= `@runtime_checkable`: asks: may it be asked at run time?; says: yes (yes)
#= members: asks: are there some that are no methods?; says: yes: `name` (fails)
#= really: says: raises TypeError (fails)
#= `greet`: asks: method `greet(other)`; says: `Person.greet(other)` fits (yes)
#= `name`: asks: attribute; says: missing (nothing)

#: registered somewhere below
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Flat(Shape): ...
class Base: ...
class Tile(Base):
    area = classmethod(lambda cls: 1)
Flat.register(Base)
#? contract isinstance(Tile(), Shape)
#= `isinstance` says yes: `Flat` is a subclass of `Shape`, and `Tile` is registered with `Flat` through `Base`.
#= exact type: asks: is `type(Tile())` `Shape` itself?; says: no, it is `Tile` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Tile` before?; says: no (no)
#= kept no: asks: has it said no to `Tile` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `Tile`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Shape` in the MRO of `Tile`?; says: no (no)
#= registered: asks: is `Tile` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `Tile`?; says: `Flat`: `Tile` is registered with `Flat` through `Base` (answers)
#= really: says: True (yes)
#= kept yes: asks: which answer is kept from now on?; says: yes to `Tile` (new)
#= `area`: asks: method `area()`; says: `Tile.area()` fits (yes)
#? contract issubclass(Tile, Flat)
#= `issubclass` says yes: `Flat` has said yes to `Tile` before, and keeps the answer.
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__subclasscheck__` (asked)
#= kept yes: asks: has it said yes to `Tile` before?; says: yes (answers)
#= asked afresh: asks: what would it say now?; says: yes: `Tile` is registered with `Flat` through `Base` (hidden)
#= really: says: True (yes)
#= `area`: asks: method `area()`; says: `Tile.area()` fits (yes)
#? contract issubclass(int, Shape)
#= `issubclass` says no: `int` neither inherits from `Shape` nor is registered with it.
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__subclasscheck__` (asked)
#= kept yes: asks: has it said yes to `int` before?; says: no (no)
#= kept no: asks: has it said no to `int` before?; says: no (no)
#= `object.__subclasshook__`: asks: what does it return for `int`?; says: `NotImplemented` (asked)
#= MRO: asks: is `Shape` in the MRO of `int`?; says: no (no)
#= registered: asks: is `int` one, or below one?; says: there is none (no)
#= subclasses: asks: does one of them take `int`?; says: none: `Flat` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `int` (new)
#= `area`: asks: method `area()`; says: missing (nothing)

#: a hook that raises, one that returns what it must not, one that says no
from abc import ABC
class Broken(ABC):
    @classmethod
    def __subclasshook__(cls, kind): raise LookupError("no")
class Vague(ABC):
    @classmethod
    def __subclasshook__(cls, kind): return "perhaps"
class No(ABC):
    @classmethod
    def __subclasshook__(cls, kind): return False
class Child(No): ...
#? contract isinstance(3, Broken)
#= `isinstance` raises LookupError: `Broken.__subclasshook__` raises LookupError.
#= exact type: asks: is `type(x)` `Broken` itself?; says: no, it is `int` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `int` before?; says: no (no)
#= kept no: asks: has it said no to `int` before?; says: no (no)
#= `Broken.__subclasshook__`: asks: what does it return for `int`?; says: it raises LookupError (fails)
#= really: says: raises LookupError (fails)
#? contract isinstance(3, Vague)
#= `isinstance` raises AssertionError: `Vague.__subclasshook__` returns a `str`, which it must not.
#= exact type: asks: is `type(x)` `Vague` itself?; says: no, it is `int` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `int` before?; says: no (no)
#= kept no: asks: has it said no to `int` before?; says: no (no)
#= `Vague.__subclasshook__`: asks: what does it return for `int`?; says: a `str`, which it must not (fails)
#= really: says: raises AssertionError (fails)
#? contract isinstance(Child(), No)
#= `isinstance` says no: `No.__subclasshook__` returns `False` for `Child`.
#= exact type: asks: is `type(Child())` `No` itself?; says: no, it is `Child` (no)
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= kept yes: asks: has it said yes to `Child` before?; says: no (no)
#= kept no: asks: has it said no to `Child` before?; says: no (no)
#= `No.__subclasshook__`: asks: what does it return for `Child`?; says: `False` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `Child` (new)
#? contract issubclass(No, No)
#= `issubclass` says no: `No.__subclasshook__` returns `False` for `No`.
#= metaclass `ABCMeta`: asks: whose check does it have?; says: `ABCMeta.__subclasscheck__` (asked)
#= kept yes: asks: has it said yes to `No` before?; says: no (no)
#= kept no: asks: has it said no to `No` before?; says: no (no)
#= `No.__subclasshook__`: asks: what does it return for `No`?; says: `False` (no)
#= really: says: False (no)
#= kept no: asks: which answer is kept from now on?; says: no to `No` (new)

#: metaclasses with checks of their own
from abc import ABCMeta
class Loud(ABCMeta):
    def __subclasscheck__(cls, kind): return "yes"
class Everything(metaclass=Loud): ...
class Moody(type):
    def __instancecheck__(cls, thing): raise RuntimeError
class Mood(metaclass=Moody): ...
class Duck:
    def __instancecheck__(self, thing): return hasattr(thing, "quack")
#? contract isinstance(3, Everything)
#= `isinstance` says yes: `Loud.__subclasscheck__` returns a `str`, taken for True.
#= exact type: asks: is `type(x)` `Everything` itself?; says: no, it is `int` (no)
#= metaclass `Loud`: asks: whose check does it have?; says: `ABCMeta.__instancecheck__` (asked)
#= `Loud.__subclasscheck__`: asks: what does it return?; says: a `str`, taken for True (answers)
#= without it: asks: what would `ABCMeta` say?; says: no (hidden)
#= really: says: True (yes)
#? contract issubclass(int, Everything)
#= `issubclass` says yes: `Loud.__subclasscheck__` returns a `str`, taken for True.
#= `Loud.__subclasscheck__`: asks: what does it return?; says: a `str`, taken for True (answers)
#= without it: asks: what would `ABCMeta` say?; says: no (hidden)
#= really: says: True (yes)
#? contract isinstance(3, Mood)
#= `isinstance` raises RuntimeError: `Moody.__instancecheck__` raises RuntimeError.
#= exact type: asks: is `type(x)` `Mood` itself?; says: no, it is `int` (no)
#= `Moody.__instancecheck__`: asks: what does it return?; says: it raises RuntimeError (fails)
#= really: says: raises RuntimeError (fails)
#? contract isinstance(3, Duck())
#= `isinstance` says no: `Duck.__instancecheck__` returns `False`.
#= `Duck.__instancecheck__`: asks: what does it return?; says: `False` (no)
#= really: says: False (no)

#: a check that changes its mind
class Fickle(type):
    asked = []
    def __instancecheck__(cls, thing):
        cls.asked.append(thing)
        return len(cls.asked) % 2 == 1
class Mood(metaclass=Fickle): ...
#? contract isinstance(3, Mood)
#= `isinstance` says no, although its checks, made one by one, lead to True.
#= exact type: asks: is `type(x)` `Mood` itself?; says: no, it is `int` (no)
#= `Fickle.__instancecheck__`: asks: what does it return?; says: `True` (answers)
#= without it: asks: what would `type` say?; says: no (hidden)
#= really: says: False, although the checks lead to True (fails)

#: classes and objects that answer nothing
class Bad(type):
    def __eq__(cls, other): raise ValueError
    def __hash__(cls): raise ValueError
    def __getattribute__(cls, name): raise ValueError
    def __repr__(cls): raise ValueError
class Thing(metaclass=Bad):
    def __getattribute__(self, name): raise ValueError
    def __eq__(self, other): raise ValueError
    def __repr__(self): raise ValueError
thing = Thing()
#? contract isinstance(thing, Thing)
#= `isinstance` says yes: `type(thing)` is `Thing` itself.
#= exact type: asks: is `type(thing)` `Thing` itself?; says: yes (answers)
#= really: says: True (yes)
#? contract isinstance(thing, (int, Thing))
#= `isinstance` raises ValueError: reading `thing.__class__` raises ValueError.
#= `int`: asks: does it say yes?; says: reading `thing.__class__` raises ValueError (fails)
#= `Thing`: says: not asked any more (hidden)
#= really: says: raises ValueError (fails)
#? contract issubclass(Thing, int)
#= `issubclass` says no: `int` is not in the MRO of `Thing`.
#= MRO: asks: is `int` in the MRO of `Thing`?; says: no (no)
#= really: says: False (no)

#: what is no class
import typing
class Job: ...
#? contract isinstance(Job(), "Job")
#= `isinstance` raises TypeError: the second argument is no class.
#= second argument: asks: is it a class, a tuple or a union?; says: no, a `str` (fails)
#= really: says: raises TypeError (fails)
#? contract issubclass(Job(), Job)
#= `issubclass` raises TypeError: the first argument is no class.
#= first argument: asks: is it a class?; says: no, a `Job` (fails)
#= really: says: raises TypeError (fails)
#? contract isinstance(Job(), list[int])
#= `isinstance` raises TypeError: `GenericAlias.__instancecheck__` raises TypeError.
#= `GenericAlias.__instancecheck__`: asks: what does it return?; says: it raises TypeError (fails)
#= really: says: raises TypeError (fails)
#? contract isinstance(3, typing.Any)
#= `isinstance` raises TypeError: `_AnyMeta.__instancecheck__` raises TypeError.
#= exact type: asks: is `type(x)` `Any` itself?; says: no, it is `int` (no)
#= `_AnyMeta.__instancecheck__`: asks: what does it return?; says: it raises TypeError (fails)
#= really: says: raises TypeError (fails)
#? contract isinstance(Job())
#= NoPicture: This picture is of a call of `isinstance` or `issubclass` with two arguments.
#? contract isinstance(*[3, int])
#= NoPicture: This picture is of a call of `isinstance` or `issubclass` with two arguments.

#: an own isinstance
def isinstance(thing, cls): return True
#? contract isinstance(3, int)
#= NoPicture: Here `isinstance` is not Python's own `isinstance`.

#: enums, dataclasses, generated classes, modules, functions
import dataclasses, enum, types
class Colour(enum.Enum):
    RED = 1
@dataclasses.dataclass
class Point:
    x: int = 0
first = Point()
Point = dataclasses.dataclass(slots=True)(Point)
Made = type("Made", (Point,), {})
#? contract isinstance(Colour.RED, Colour)
#= `isinstance` says yes: `type(Colour.RED)` is `Colour` itself.
#= exact type: asks: is `type(Colour.RED)` `Colour` itself?; says: yes (answers)
#= really: says: True (yes)
#? contract isinstance(first, Point)
#= `isinstance` says no: the MRO of `Point` has another class that is called `Point`, not this one.
#= exact type: asks: is `type(first)` `Point` itself?; says: no, it is another `Point` (no)
#= MRO: asks: is `Point` in the MRO of `Point`?; says: no, but another class of that name (no)
#= `first.__class__`: asks: which class does it claim?; says: `Point`, its type (no)
#= really: says: False (no)
#? contract isinstance(Made(), Point)
#= `isinstance` says yes: `Point` is in the MRO of `Made`.
#= exact type: asks: is `type(Made())` `Point` itself?; says: no, it is `Made` (no)
#= MRO: asks: is `Point` in the MRO of `Made`?; says: yes (answers)
#= really: says: True (yes)
#? contract isinstance(types, types.ModuleType)
#= `isinstance` says yes: `type(types)` is `module` itself.
#= exact type: asks: is `type(types)` `module` itself?; says: yes (answers)
#= really: says: True (yes)
#? contract isinstance(lambda: 0, type)
#= `isinstance` says no: `type` is not in the MRO of `function`.
#= exact type: asks: is `type(x)` `type` itself?; says: no, it is `function` (no)
#= MRO: asks: is `type` in the MRO of `function`?; says: no (no)
#= `x.__class__`: asks: which class does it claim?; says: `function`, its type (no)
#= really: says: False (no)
#? contract isinstance(True, int)
#= `isinstance` says yes: `int` is in the MRO of `bool`.
#= exact type: asks: is `type(x)` `int` itself?; says: no, it is `bool` (no)
#= MRO: asks: is `int` in the MRO of `bool`?; says: yes (answers)
#= really: says: True (yes)
