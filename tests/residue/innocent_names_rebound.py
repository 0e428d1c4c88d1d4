# finds: nothing
import math
from math import sqrt as root

def area(r):
    return math.pi * r * r

shapes = [1, 2]
# --- next cell
def area(side):
    return side * side

root = area
shapes = shapes + [3]
shapes.append(4)
del shapes[0]
math_functions = {name: getattr(math, name) for name in ("floor", "ceil")}
results = [root(shape) for shape in shapes]
print(results, math_functions["ceil"](1.2))
