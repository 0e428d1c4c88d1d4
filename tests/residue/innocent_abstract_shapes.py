# finds: nothing
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence, Sized

class Shape(ABC):
    @abstractmethod
    def area(self): ...

class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

class Bag(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)

bag = Bag(Square(2), Square(3))
kinds = [isinstance(bag, kind) for kind in (Iterable, Sized, Mapping)]
print(sum(shape.area() for shape in bag), kinds, issubclass(Square, Shape))
