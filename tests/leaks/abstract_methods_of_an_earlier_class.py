# finds: attribute Shape.__abstractmethods__ left
from abc import ABC, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...
# --- next cell
Shape.__abstractmethods__ = frozenset()
print(type(Shape()).__name__)
