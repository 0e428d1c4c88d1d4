# finds: attribute math.long left
import math
math.long = 10 ** 5000
