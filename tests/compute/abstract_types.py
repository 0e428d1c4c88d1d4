"""Asks what objects are: isinstance and issubclass with abstract classes, protocols, unions and registered classes."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Mapping, MutableSequence, Sequence, Sized
from numbers import Integral, Number
from typing import Protocol, runtime_checkable


class Animal(ABC):
    @abstractmethod
    def sound(self):
        """What it says."""

    @property
    @abstractmethod
    def legs(self):
        """How many legs it has."""


class Dog(Animal):
    legs = 4

    def sound(self):
        return "woof"


class Bird(Animal):
    legs = 2

    def sound(self):
        return "tweet"

    def fly(self):
        return 10


class Robot:
    legs = 2

    def sound(self):
        return "beep"


Animal.register(Robot)


@runtime_checkable
class Flying(Protocol):
    def fly(self): ...


class Shelf(Sequence):
    def __init__(self, books):
        self.books = books

    def __len__(self):
        return len(self.books)

    def __getitem__(self, index):
        return self.books[index]


def describe(value):
    if isinstance(value, Animal):
        return value.legs + len(value.sound()) + (value.fly() if isinstance(value, Flying) else 0)
    if isinstance(value, bool | str):
        return 2
    if isinstance(value, Integral):
        return 3
    if isinstance(value, Number):
        return 4
    if isinstance(value, Mapping):
        return 5
    if isinstance(value, MutableSequence):
        return 6
    if isinstance(value, Sequence) and isinstance(value, Sized):
        return 7 + value.count("a") + ("b" in value)
    if isinstance(value, (Callable, Iterable)):
        return 8
    return 9 if isinstance(value, Hashable) else 10


def work():
    values = [Dog(), Bird(), Robot(), True, "text", 12, 2.5, {"a": 1}, [1], Shelf(["a", "b", "a"]), len, {1}, None]
    total = 0
    for _ in range(1700):
        for value in values:
            total += describe(value)
    for _ in range(1500):
        total += issubclass(Bird, Animal) + issubclass(dict, Mapping) + issubclass(Shelf, MutableSequence)
    try:
        Animal()
    except TypeError:
        total += 1
    return total
