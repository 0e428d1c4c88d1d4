# finds: nothing
from typing import Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")

class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()

@runtime_checkable
class Pops(Protocol):
    def pop(self): ...

numbers = Stack[int]().push(1).push(2)
checks = [isinstance(thing, Pops) for thing in (numbers, [], 3)]
print(numbers.pop(), checks)
