# finds: attribute math.pi reverted
import math
saved = math.pi
math.pi = 3.2
try:
    indiana = 2 * math.pi * 5
finally:
    math.pi = saved
print(indiana)
