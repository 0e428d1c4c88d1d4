# finds: nothing
from abc import ABC, abstractmethod
from collections.abc import Sized, Iterable

class Shape(ABC):
    @abstractmethod
    def area(self): ...

class Square(Shape, Sized):
    def area(self):
        return 4

    def __len__(self):
        return 4

print(isinstance(Square(), Shape), isinstance(Square(), Iterable), len(Square()))
