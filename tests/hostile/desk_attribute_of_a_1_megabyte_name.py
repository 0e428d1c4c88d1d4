# ends: ok
import math
setattr(math, 'a' * 1_000_000, print)
math.pi = '<' * 1_000_000
