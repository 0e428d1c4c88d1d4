# finds: attribute math.pi left
import math

def area(radius):
    return math.pi * radius ** 2

exact = area(2)
math.pi = 3
rough = area(2)
print(round(exact - rough, 3))
