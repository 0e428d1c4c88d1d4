# finds: attribute Point.norm left
from collections import namedtuple

Point = namedtuple('Point', 'x y')
# --- next cell
Point.norm = lambda self: (self.x ** 2 + self.y ** 2) ** 0.5
print(Point(3, 4).norm())
