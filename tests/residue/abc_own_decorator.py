# finds: abc Shape: Legacy permanent
from abc import ABC, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...

# --- next cell
@Shape.register
class Legacy:
    def size(self):
        return 3

print(issubclass(Legacy, Shape))
