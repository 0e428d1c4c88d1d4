# finds: shadow pow left
from math import *
value = pow(2, 10)
print(value, floor(pi))
