#: nothing but the body
#? class class C:\n    """Doc."""\n    x = 1\n    y: int\n    def f(self): return __class__
#= No hook written in Python runs: `type.__new__` makes `C` from the names that its body binds.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds __doc__, x, f; annotates y
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class

#: every hook changes the class
class Field:
    def __set_name__(self, owner, name):
        self.name = name
        setattr(owner, "has_" + name, True)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        return {"given": 1}
    def __new__(mcs, name, bases, namespace, **keywords):
        namespace["early"] = 1
        cls = super().__new__(mcs, name, bases, namespace, **keywords)
        cls.late = 1
        return cls
    def __init__(cls, name, bases, namespace, **keywords):
        del cls.given
class Base(metaclass=Meta):
    def __init_subclass__(cls, *, plugin=None, **rest):
        super().__init_subclass__(**rest)
        cls.plugin = plugin
def mark(cls):
    cls.marked = True
    return cls
def lost(cls):
    cls.found = False
#? class @mark\nclass C(Base, plugin="x"):\n    size = Field()
#= `@mark` has the last word: it adds marked. A subclass runs `Meta.__prepare__`, `Meta.__new__` and 2 more hooks, but no decorator.
#= decorators: the decorators are evaluated: @mark
#= metaclass: the metaclass is Meta: that of Base
#= metaclass: Meta.__prepare__(plugin='x'): gives a dict with 'given'
#= body: the body runs: binds size
#= metaclass: Meta.__new__(plugin='x'): adds early, late (changed)
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Field.__set_name__('size'): keeps name='size'; adds has_size (changed)
#= bases: Base.__init_subclass__(plugin='x'): adds plugin (changed)
#= metaclass: Meta.__init__(plugin='x'): removes given (changed)
#= decorators: @mark: adds marked (changed)
#= name: `C`: is bound to the class
#? class Base
#= Each subclass of `Base` runs `Meta.__prepare__`, `Meta.__new__` and 2 more hooks, even an empty one.
#= metaclass: the metaclass is Meta: that of Base
#= metaclass: Meta.__prepare__: gives a dict with 'given'
#= body: the body runs: binds nothing
#= metaclass: Meta.__new__: adds early, late (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__: adds plugin (changed)
#= metaclass: Meta.__init__: removes given (changed)
#? class @lost\n@mark\nclass C(Base): given = 2
#= `@lost` has the last word: it returns None.
#= decorators: the decorators are evaluated: @lost, @mark
#= metaclass: the metaclass is Meta: that of Base
#= metaclass: Meta.__prepare__: gives a dict with 'given'
#= body: the body runs: binds given
#= metaclass: Meta.__new__: adds early, late (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__: adds plugin (changed)
#= metaclass: Meta.__init__: removes given (changed)
#= decorators: @mark: adds marked (changed)
#= decorators: @lost: returns None (changed)
#= name: `C`: is bound to None

#: a keyword that nobody takes
class Base:
    def __init_subclass__(cls, *, plugin=None, **rest):
        super().__init_subclass__(**rest)
class Strict:
    def __init_subclass__(cls, *, plugin):
        cls.plugin = plugin
#? class class C(Base, plugin="x", other=1): pass
#= `Base.__init_subclass__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__(plugin='x', other=1): TypeError: object.__init_subclass__ takes no keyword arguments (fails)
#? class class C(plugin="x"): pass
#= `object.__init_subclass__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: TypeError: object.__init_subclass__ takes no keyword arguments (fails)
#? class class C(Strict): pass
#= `Strict.__init_subclass__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: Strict.__init_subclass__: TypeError: Strict.__init_subclass__() missing 1 required keyword-only argument: 'plugin' (fails)

#: metaclasses that don't fit
class A(type): pass
class B(type): pass
class Both(A, B): pass
class X(metaclass=A): pass
class Y(metaclass=B): pass
class Z(X, Y, metaclass=Both): pass
#? class class C(X, Y): pass
#= No metaclass fits all the bases, so the class statement fails and `C` isn't bound.
#= the metaclass: A and B: neither derives from the other (fails)
#? class class C(X, Y, metaclass=Both): pass
#= No hook written in Python runs: `type.__new__` makes `C` from the names that its body binds.
#= metaclass: the metaclass is Both: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(Y, metaclass=type): pass
#= No hook written in Python runs: `type.__new__` makes `C` from the names that its body binds.
#= metaclass: the metaclass is B: that of Y
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class

#: errors here and there
class Bad:
    def __set_name__(self, owner, name): 1 / 0
class Grumpy:
    def __init_subclass__(cls): raise ValueError("not one more")
def refuse(cls): raise LookupError(cls.__name__)
#? class class C(Grumpy):\n    first = 1\n    x = Bad()
#= `Bad.__set_name__` raises ZeroDivisionError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds first, x
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Bad.__set_name__('x'): ZeroDivisionError: division by zero (fails)
#? class Grumpy
#= `Grumpy.__init_subclass__` raises ValueError, so `Grumpy` can't have this subclass.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: Grumpy.__init_subclass__: ValueError: not one more (fails)
#? class class C:\n    a = 1\n    a.b.c
#= The body raises AttributeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: AttributeError: 'int' object has no attribute 'b' (fails)
#? class class C(Nope): pass
#= NameError is raised as the bases and keywords are evaluated, so the class statement fails and `C` isn't bound.
#= the bases and keywords are evaluated: NameError: name 'Nope' is not defined (fails)
#? class @nope\nclass C: pass
#= NameError is raised as the decorators are evaluated, so the class statement fails and `C` isn't bound.
#= the decorators are evaluated: NameError: name 'nope' is not defined (fails)
#? class @print\n@refuse\nclass C: pass
#= `@refuse` raises LookupError, so the class statement fails and `C` isn't bound.
#= decorators: the decorators are evaluated: @print, @refuse
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @refuse: LookupError: C (fails)
#? class bool
#= `type.__new__` raises TypeError, so `bool` can't have this subclass.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: TypeError: type 'bool' is not an acceptable base type (fails)

#: dataclass with slots makes a second class
from dataclasses import dataclass
class Base:
    def __init_subclass__(cls): cls.kind = cls.__name__
#? class @dataclass(slots=True)\nclass C(Base):\n    x: int\n    y: int = 1
#= `@dataclass(slots=True)` has the last word: it returns a new class, adds __init__, __repr__, __eq__ and 6 more, replaces y. A subclass runs `Base.__init_subclass__`, but no decorator.
#= decorators: the decorators are evaluated: @dataclass(slots=True)
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds y; annotates x
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__: adds kind (changed)
#= metaclass: type.__init__: has nothing left to do
#= decorators: @dataclass(slots=True): returns a new class, adds __init__, __repr__, __eq__, __doc__ and 5 more, replaces y (changed)
#= bases: Base.__init_subclass__
#= name: `C`: is bound to the new class

#: enumerations
from enum import Enum, auto
class Color(Enum): RED = 1
#? class class E(Enum):\n    A = auto()\n    B = 2
#= `enum.EnumType.__new__` has the last word: it adds __new__, _new_member_ and 9 more, replaces A, B, _generate_next_value_. An empty subclass of `E` fails: `enum.EnumType.__prepare__` raises TypeError.
#= metaclass: the metaclass is enum.EnumType: that of enum.Enum
#= metaclass: enum.EnumType.__prepare__: gives enum.EnumDict object
#= body: the body runs: binds A, B
#= body: enum.EnumDict.__setitem__('A', enum.auto object): keeps 1 for A (changed)
#= body: enum.EnumDict.__setitem__('B', 2)
#= metaclass: enum.EnumType.__new__: adds __new__, _new_member_, _use_args_ and 8 more, replaces A, B, _generate_next_value_ (changed)
#= metaclass: type.__new__: makes the class (new)
#= descriptors: enum._proto_member.__set_name__('A'): replaces A (changed)
#= descriptors: enum._proto_member.__set_name__('B'): replaces B (changed)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `E`: is bound to the class
#? class Color
#= `enum.EnumType.__prepare__` raises TypeError, so `Color` can't have this subclass.
#= the metaclass is enum.EnumType: that of Color
#= enum.EnumType.__prepare__: TypeError: <enum '_'> cannot extend <enum 'Color'> (fails)

#: abstract base classes
from abc import ABC, abstractmethod
import abc
#? class class Shape(ABC):\n    @abstractmethod\n    def area(self): ...
#= `abc.ABCMeta.__new__` has the last word: it adds __abstractmethods__. A subclass runs `abc.ABCMeta.__new__`.
#= metaclass: the metaclass is abc.ABCMeta: that of abc.ABC
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds area
#= metaclass: abc.ABCMeta.__new__: adds __abstractmethods__ (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `Shape`: is bound to the class
#? class abc.ABC
#= Each subclass of `abc.ABC` runs `abc.ABCMeta.__new__`, even an empty one.
#= metaclass: the metaclass is abc.ABCMeta: that of abc.ABC
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: abc.ABCMeta.__new__: adds __abstractmethods__ (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do

#: a mapping of one's own
class Space(dict):
    def __setitem__(self, name, value):
        if name in self: raise TypeError(name + " is bound twice")
        dict.__setitem__(self, name, value * 2 if type(value) is int else value)
    def __missing__(self, name):
        if name.startswith("_"): raise KeyError(name)
        return "the " + name
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases): return Space()
#? class class C(metaclass=Meta):\n    a = 1\n    b = cat\n    def f(self): pass
#= `Space.__setitem__` has the last word: it keeps 2 for a. A subclass runs `Meta.__prepare__`.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: Meta.__prepare__: gives Space object
#= body: the body runs: binds a, b, f
#= body: Space.__setitem__('a', 1): keeps 2 for a (changed)
#= body: Space.__missing__('cat'): gives 'the cat'
#= body: Space.__setitem__('b', 'the cat')
#= body: Space.__setitem__('f', function f)
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(metaclass=Meta):\n    a = 1\n    a = 2
#= `Space.__setitem__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: Meta.__prepare__: gives Space object
#= body: the body runs: binds a
#= body: Space.__setitem__('a', 1): keeps 2 for a (changed)
#= body: Space.__setitem__('a', 2): TypeError: a is bound twice (fails)

#: helpers are made within hooks
class Field:
    def __set_name__(self, owner, name): self.owner = owner
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        if name != "Helper":
            namespace["helper"] = mcs("Helper", (), {"f": Field()})
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, *arguments):
        if "Helper" not in arguments: Meta("Helper", (), {"g": Field()})
class Base:
    def __init_subclass__(cls):
        if cls.__name__ == "C": type("D", (Base,), {"f": Field()})
#? class class C(metaclass=Meta):\n    class Helper(metaclass=Meta): h = Field()\n    x = Field()
#= `Meta.__new__` has the last word: it adds helper. A subclass runs `Meta.__new__` and `Meta.__init__`.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds Helper, x
#= metaclass: Meta.__new__: adds helper (changed)
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Field.__set_name__('x'): keeps owner=class C
#= bases: object.__init_subclass__: does nothing
#= metaclass: Meta.__init__
#= name: `C`: is bound to the class
#? class class C(Base):\n    class D(Base): h = Field()\n    x = Field()
#= `Field.__set_name__` and `Base.__init_subclass__` run, but no name of `C` changes. A subclass runs `Base.__init_subclass__`.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds D, x
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Field.__set_name__('x'): keeps owner=class C
#= bases: Base.__init_subclass__
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class

#: all the __init_subclass__ of an MRO
class Root:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls.root = 1
class Left(Root):
    def __init_subclass__(cls, left=0, **keywords):
        super().__init_subclass__(**keywords)
        cls.left = left
class Right(Root):
    def __init_subclass__(cls, right=0, **keywords):
        super().__init_subclass__(**keywords)
        cls.root = right
#? class class C(Left, Right, left=1, right=2):\n    def __init_subclass__(cls): pass
#= `Left.__init_subclass__` has the last word: it adds left. A subclass runs `C.__init_subclass__`.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds __init_subclass__
#= metaclass: type.__new__: makes the class (new)
#= bases: Left.__init_subclass__(left=1, right=2): adds left (changed)
#= bases: Right.__init_subclass__(right=2): replaces root (changed)
#= bases: Root.__init_subclass__: adds root (changed)
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class

#: what metaclasses may return
class Odd(type):
    def __new__(mcs, name, bases, namespace):
        return 3
    def __init__(cls, *arguments): raise SystemError
class Old(type):
    made = {}
    def __call__(mcs, name, bases, namespace):
        return mcs.made.setdefault(name, None) or super().__call__(name, bases, namespace)
class Keeper(type, metaclass=Old): pass
def pack(name, bases, namespace): return name, namespace
#? class class C(metaclass=Odd): x = 1
#= `Odd.__new__` has the last word: it returns 3.
#= metaclass: the metaclass is Odd: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: Odd.__new__: returns 3 (changed)
#= metaclass: Odd.__init__: isn't called: the result is no Odd (nothing)
#= name: `C`: is bound to 3
#? class class C(metaclass=Keeper): x = 1
#= `Old.__call__` runs, but no name of `C` changes. A subclass runs `Old.__call__`.
#= metaclass: the metaclass is Keeper: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: Old.__call__
#= name: `C`: is bound to the class
#? class class C(metaclass=pack): x = 1
#= `pack` has the last word: it returns tuple of length 2.
#= metaclass: the metaclass is function pack: the statement names it; it is no class
#= metaclass: no __prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: pack: is called as the metaclass; returns tuple of length 2 (changed)
#= name: `C`: is bound to tuple of length 2
#? class class C(metaclass=1): x = 1
#= Calling 1 as the metaclass raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is 1: the statement names it; it is no class
#= metaclass: no __prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: 1: TypeError: 'int' object is not callable (fails)
#? class class C(1): x = 1
#= `int.__new__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is int: that of 1
#= metaclass: no __prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: int.__new__: TypeError: int expected at most 2 arguments, got 3 (fails)

#: bases that are no classes
from typing import NamedTuple, Generic, TypeVar
class Stand:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases): return self.bases
class P:
    def __init_subclass__(cls): cls.p = 1
#? class class C(Stand(P, int)): pass
#= `P.__init_subclass__` has the last word: it adds p. A subclass runs `P.__init_subclass__`.
#= bases: Stand.__mro_entries__: gives class P, class int
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: P.__init_subclass__: adds p (changed)
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(list[int], Stand()): pass
#= `Stand.__mro_entries__` runs, but no name of `C` changes.
#= bases: types.GenericAlias.__mro_entries__: gives class list
#= bases: Stand.__mro_entries__: gives no base
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(NamedTuple):\n    x: int\n    y: int = 0
#= `typing.NamedTupleMeta.__new__` has the last word: it adds x, __new__, __repr__, __doc__ and 9 more, replaces y.
#= bases: NamedTuple.__mro_entries__: gives class typing.NamedTuple
#= metaclass: the metaclass is typing.NamedTupleMeta: that of typing.NamedTuple
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds y; annotates x
#= metaclass: typing.NamedTupleMeta.__new__: adds x, __new__, __repr__, __doc__ and 9 more, replaces y (changed)
#= metaclass: type.__init__: isn't called: the result is no typing.NamedTupleMeta (nothing)
#= name: `C`: is bound to the class
#? class class Box[T]:\n    item: T
#= No hook written in Python runs: `type.__new__` makes `Box` from the names that its body binds.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: annotates item
#= metaclass: type.__new__: makes the class (new)
#= bases: typing.Generic.__init_subclass__
#= metaclass: type.__init__: has nothing left to do
#= name: `Box`: is bound to the class

#: a reader who lies
set_attribute = type.__setattr__
class Liar(type):
    def __getattribute__(cls, name): raise RuntimeError("no " + name)
    def __eq__(cls, other): raise RuntimeError("eq")
    def __repr__(cls): raise RuntimeError("repr")
    __hash__ = type.__hash__
class Base(metaclass=Liar):
    __class__ = int
    def __init_subclass__(cls): set_attribute(cls, "own", cls)
class Shy:
    def __repr__(self): raise RuntimeError("repr")
    def __eq__(self, other): raise RuntimeError("eq")
    __hash__ = None
    def __getattr__(self, name): raise RuntimeError(name)
    def __set_name__(self, owner, name): self.shy = self
type = property = str = isinstance = None
#? class class C(Base):\n    x = Shy()
#= `Base.__init_subclass__` has the last word: it adds own. A subclass runs `Base.__init_subclass__`.
#= metaclass: the metaclass is Liar: that of Base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Shy.__set_name__('x'): keeps shy=Shy object
#= bases: Base.__init_subclass__: adds own (changed)
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class Base
#= Each subclass of `Base` runs `Base.__init_subclass__`, even an empty one.
#= metaclass: the metaclass is Liar: that of Base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__: adds own (changed)
#= metaclass: type.__init__: has nothing left to do

#: decorators of all kinds
from functools import partial, total_ordering
from typing import final
class Wrap:
    def __init__(self, cls): self.cls = cls
def tag(cls, name):
    setattr(cls, name, True)
    return cls
class Field:
    def __set_name__(self, owner, name): self.name = name
def typed(cls):
    cls.f = field = Field()
    field.__set_name__(cls, "f")
    return cls
def child(cls):
    return type(cls.__name__, (cls,), {"more": 1})
#? class @Wrap\n@partial(tag, name="a")\nclass C: pass
#= `@Wrap` has the last word: it returns Wrap object.
#= decorators: the decorators are evaluated: @Wrap, @partial(tag, name='a')
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @partial(tag, name='a'): adds a (changed)
#= decorators: @Wrap: returns Wrap object (changed)
#= name: `C`: is bound to Wrap object
#? class @total_ordering\nclass C:\n    def __lt__(self, other): return True
#= `@total_ordering` has the last word: it adds __gt__, __le__, __ge__. A subclass doesn't run the decorators.
#= decorators: the decorators are evaluated: @total_ordering
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds __lt__
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @total_ordering: adds __gt__, __le__, __ge__ (changed)
#= name: `C`: is bound to the class
#? class @typed\n@final\nclass C: pass
#= `@typed` has the last word: it adds f. A subclass doesn't run the decorators.
#= decorators: the decorators are evaluated: @typed, @final
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @final: adds __final__ (changed)
#= decorators: @typed: adds f (changed)
#= descriptors: Field.__set_name__('f'): keeps name='f'
#= name: `C`: is bound to the class
#? class @child\nclass C: x = 1
#= `@child` has the last word: it returns a subclass of the class. A subclass doesn't run the decorators.
#= decorators: the decorators are evaluated: @child
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @child: returns a subclass of the class (changed)
#= name: `C`: is bound to the new class
#? class @(lambda cls: cls)\nclass C: __slots__ = ("a", "b")
#= `@lambda cls: cls` runs, but no name of `C` changes. A subclass doesn't run the decorators.
#= decorators: the decorators are evaluated: @lambda cls: cls
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds __slots__
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @lambda cls: cls: returns the same class
#= name: `C`: is bound to the class

#: hooks by other ways
from functools import partial
def hook(cls, key=None): cls.key = key
def made(mcs, *arguments, **keywords): return type.__new__(mcs, *arguments)
class Base:
    __init_subclass__ = classmethod(hook)
class Half:
    __init_subclass__ = classmethod(partial(hook, key=1))
class Meta(type):
    __new__ = made
    def mro(cls): return [*super().mro()]
class Plugin:
    def __set_name__(self, owner, name): setattr(owner, name, name.upper())
class Instance:
    def __init__(self): self.__set_name__ = print
#? class class C(Base, key="k", metaclass=Meta):\n    a = Plugin()\n    b = Plugin\n    c = Instance()\n    @property\n    def d(self): pass
#= `Base.__init_subclass__` has the last word: it adds key. A subclass runs `Meta.__new__`, `Meta.mro` and `Base.__init_subclass__`.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds a, b, c, d
#= metaclass: Meta.__new__(key='k')
#= metaclass: type.__new__: makes the class (new)
#= metaclass: Meta.mro
#= descriptors: Plugin.__set_name__('a'): replaces a (changed)
#= bases: Base.__init_subclass__: adds key (changed)
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class Half
#= Each subclass of `Half` runs `Half.__init_subclass__`, even an empty one.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: Half.__init_subclass__: adds key (changed)
#= metaclass: type.__init__: has nothing left to do

#: protocols and mocks
from typing import Protocol
from unittest.mock import Mock
import types
#? class class P(Protocol):\n    def f(self): ...
#= `typing._ProtocolMeta.__init__` has the last word: it adds __protocol_attrs__. A subclass runs `typing._ProtocolMeta.__new__`, `abc.ABCMeta.__new__` and 2 more hooks.
#= metaclass: the metaclass is typing._ProtocolMeta: that of typing.Protocol
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds f
#= metaclass: typing._ProtocolMeta.__new__
#= metaclass: abc.ABCMeta.__new__: adds __abstractmethods__ (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: typing.Protocol.__init_subclass__: adds __subclasshook__, __init__, _is_protocol (changed)
#= metaclass: typing._ProtocolMeta.__init__: adds __protocol_attrs__ (changed)
#= name: `P`: is bound to the class
#? class Mock
#= A subclass of `unittest.mock.Mock` runs no hook that is written in Python: `type.__new__` makes it.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#? class types.SimpleNamespace
#= A subclass of `types.SimpleNamespace` runs no hook that is written in Python: `type.__new__` makes it.
#= metaclass: the metaclass is type: no base has another
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do

#: a mapping that is no dict
from collections import UserDict
class Space(UserDict):
    def __setitem__(self, name, value):
        super().__setitem__(name, value)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases): return Space()
    def __new__(mcs, name, bases, namespace): return super().__new__(mcs, name, bases, dict(namespace, z=1))
class Wrong(type):
    __prepare__ = classmethod(lambda mcs, name, bases: 3)
class Deaf(type):
    __prepare__ = classmethod(lambda mcs: {})
class Off(type):
    __prepare__ = None
#? class class C(metaclass=Meta):\n    a = 1
#= `Meta.__prepare__`, `Space.__setitem__` and `Meta.__new__` run. A subclass runs `Meta.__prepare__` and `Meta.__new__`.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: Meta.__prepare__: gives Space object
#= body: the body runs
#= body: Space.__setitem__('a', 1)
#= metaclass: Meta.__new__
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(metaclass=Wrong): pass
#= `Wrong.__prepare__` raises TypeError, so the class statement fails and `C` isn't bound.
#= the metaclass is Wrong: the statement names it
#= Wrong.__prepare__: TypeError: Wrong.__prepare__() must return a mapping, not int (fails)
#? class class C(metaclass=Deaf): pass
#= `Deaf.__prepare__` raises TypeError, so the class statement fails and `C` isn't bound.
#= the metaclass is Deaf: the statement names it
#= Deaf.__prepare__: TypeError: Deaf.<lambda>() takes 1 positional argument but 3 were given (fails)
#? class class C(metaclass=Off): pass
#= `Off.__prepare__` raises TypeError, so the class statement fails and `C` isn't bound.
#= the metaclass is Off: the statement names it
#= Off.__prepare__: TypeError: 'NoneType' object is not callable (fails)

#: calls that don't fit
from functools import partial
class Meta(type):
    def __new__(mcs, name, bases, namespace): return super().__new__(mcs, name, bases, namespace)
class Field:
    def __set_name__(self, owner): pass
class Helper(type):
    def __init__(cls, name, bases, namespace, **keywords): cls.helped = True
#? class class C(metaclass=Meta, x=1): pass
#= `Meta.__new__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: Meta.__new__: TypeError: Meta.__new__() got an unexpected keyword argument 'x' (fails)
#? class class C: f = Field()
#= `type.__new__` raises TypeError, so the class statement fails and `C` isn't bound.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds f
#= metaclass: type.__new__: TypeError: Field.__set_name__() takes 2 positional arguments but 3 were given (fails)
#? class class C(metaclass=partial(Helper)): f = 1
#= The metaclass, functools.partial object, is no class: `C` is what it returns when it is called. A subclass runs `Helper.__init__`.
#= metaclass: the metaclass is functools.partial object: the statement names it; it is no class
#= metaclass: no __prepare__: gives an empty dict
#= body: the body runs: binds f
#= metaclass: functools.partial object: is called as the metaclass
#= name: `C`: is bound to the class

#: a singleton and a registry
class Registry(type):
    known = []
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        Registry.known.append(cls)
class One(type):
    def __call__(cls): return 1
def register(cls):
    names.append(cls.__name__)
    return cls
names = []
#? class class C(metaclass=Registry): x = 1
#= `Registry.__init__` runs, but no name of `C` changes. A subclass runs `Registry.__init__`.
#= metaclass: the metaclass is Registry: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds x
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: Registry.__init__
#= name: `C`: is bound to the class
#? class @register\nclass C(metaclass=One):\n    pass
#= `@register` runs, but no name of `C` changes. A subclass doesn't run the decorators.
#= decorators: the decorators are evaluated: @register
#= metaclass: the metaclass is One: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= decorators: @register: returns the same class
#= name: `C`: is bound to the class

#: descriptors with and without names of their own
class Typed:
    __slots__ = ("name",)
    def __set_name__(self, owner, name): self.name = name
class Renamed:
    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, "_" + name, self)
#? class class C:\n    a = Typed()\n    b = Renamed()\n    __slots__ = ("s",)
#= `Renamed.__set_name__` has the last word: it adds _b, removes b.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds a, b, __slots__
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Typed.__set_name__('a')
#= descriptors: Renamed.__set_name__('b'): adds _b, removes b (changed)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class

#: no class at all
def f(): pass
#? class f
#= NoPicture: This is neither a class statement nor a class: it is function f.
#? class x = 1
#= NoPicture: This is neither one class statement nor a class.
#? class class A: pass\nclass B: pass
#= NoPicture: This is neither one class statement nor a class.
#? class nope
#= NameError: name 'nope' is not defined
#? class class C: pass; pass
#= No hook written in Python runs: `type.__new__` makes `C` from the names that its body binds.
#= metaclass: the metaclass is type: the default if there is no base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: type.__new__: makes the class (new)
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class class C(:
#= NoPicture: This is no Python, there is an error in line 1: invalid syntax.

#: metaclasses that are odd as values
class Falsy(type):
    def __bool__(cls): raise RuntimeError("bool")
    def __len__(cls): raise RuntimeError("len")
class Meta(type, metaclass=Falsy):
    def __bool__(cls): raise RuntimeError("bool")
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, {**namespace, "made": mcs})
class Base(metaclass=Meta):
    def __init_subclass__(cls): raise ValueError("__init_subclass__() is sealed")
class Empty(dict):
    def __len__(self): raise RuntimeError("len")
class Field(metaclass=Meta):
    def __bool__(self): raise RuntimeError("bool")
    def __set_name__(self, owner, name): self.__dict__ = Empty(name=name)
#? class class C(metaclass=Meta):\n    f = Field()
#= `Meta.__new__` has the last word: it adds made. A subclass runs `Meta.__new__`.
#= metaclass: the metaclass is Meta: the statement names it
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds f
#= metaclass: Meta.__new__: adds made (changed)
#= metaclass: type.__new__: makes the class (new)
#= descriptors: Field.__set_name__('f'): keeps name='f'
#= bases: object.__init_subclass__: does nothing
#= metaclass: type.__init__: has nothing left to do
#= name: `C`: is bound to the class
#? class Base
#= `Base.__init_subclass__` raises ValueError, so `Base` can't have this subclass.
#= metaclass: the metaclass is Meta: that of Base
#= metaclass: type.__prepare__: gives an empty dict
#= body: the body runs: binds nothing
#= metaclass: Meta.__new__: adds made (changed)
#= metaclass: type.__new__: makes the class (new)
#= bases: Base.__init_subclass__: ValueError: __init_subclass__() is sealed (fails)
#? class class C:\n    return 1
#= NoPicture: This can't be compiled: 'return' outside function.
