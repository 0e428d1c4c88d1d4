"""Classes in the ways in which lessons make and change them."""

import abc
import collections
import dataclasses
import enum
import functools
import inspect
import types
import typing


class Meta(type):
    def __new__(cls, name, bases, namespace, **options):
        made = super().__new__(cls, name, bases, namespace)
        made.options = options
        return made

    def __instancecheck__(cls, instance):
        return hasattr(instance, "run") or super().__instancecheck__(instance)


class Field:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        setattr(instance, self.name, value)

    def __delete__(self, instance):
        delattr(instance, self.name)


class Base(metaclass=Meta, kind="base"):
    __slots__ = ("_x", "__dict__", "__weakref__")
    x = Field()

    def __init_subclass__(cls, **options):
        super().__init_subclass__()

    def __getattr__(self, name):
        if name.startswith("made_"):
            return name
        raise AttributeError(name)

    def __call__(self, *args, **kwargs):
        return args, kwargs

    @property
    def twice(self):
        return self.x * 2

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def still():
        return 1


class Derived(Base):
    def run(self):
        return super().make()


@typing.runtime_checkable
class Runs(typing.Protocol):
    def run(self) -> "Base": ...


class Plugin(abc.ABC):
    @abc.abstractmethod
    def run(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        return any("run" in vars(base) for base in other.__mro__) or NotImplemented


@dataclasses.dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0
    rest: list = dataclasses.field(default_factory=list, compare=False)


class Color(enum.Enum):
    RED = enum.auto()


class Rights(enum.Flag):
    READ = 1
    WRITE = 2


Pair = collections.namedtuple("Pair", "left right", defaults=(0,))
thing = Derived.make()
thing.x = 3
thing.y = 4
del thing.x
print(thing.twice, thing(1, a=2), thing.made_up, isinstance(thing, Runs), issubclass(Derived, Plugin), Derived.options)
Plugin.register(int)
print(
    isinstance(1, Plugin), Point(1) < Point(2), dataclasses.replace(Point(1), y=2), Color["RED"], ~Rights.READ, Pair(1)
)
with_it = types.new_class("New", (Base,), {}, lambda namespace: namespace.update(a=1))
print(inspect.signature(Base.__call__), inspect.getmembers(Point, inspect.isfunction)[:1])
print(typing.get_type_hints(Point))
print(inspect.getsource(Derived))
print(with_it.__mro__, functools.reduce(int.__add__, [1, 2]))


@functools.lru_cache
@functools.singledispatch
def shown(value):
    return str(value)


@functools.wraps(shown)
def wrapper(*args, **kwargs):
    return shown(*args, **kwargs)


print(wrapper(1), shown.cache_info(), functools.partial(pow, 2)(3), wrapper.__wrapped__ is shown)
