# finds: cache Shape.area left
from functools import lru_cache

class Shape:
    @lru_cache(maxsize=None)
    def area(self, width, height):
        return width * height

shape = Shape()
# --- next cell
print(shape.area(2, 3), shape.area(4, 5))
