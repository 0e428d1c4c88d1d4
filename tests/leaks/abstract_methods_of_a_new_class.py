# finds: nothing
from abc import ABC, abstractmethod, update_abstractmethods

class Shape(ABC):
    @abstractmethod
    def area(self): ...

def with_area(cls):
    cls.area = lambda self: 4
    return update_abstractmethods(cls)
# --- next cell
@with_area
class Square(Shape):
    pass

print(Square().area(), Square.__abstractmethods__)
