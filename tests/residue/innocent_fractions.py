# finds: nothing
from fractions import Fraction
from math import gcd, lcm

halves = [Fraction(1, n) for n in range(1, 7)]
total = sum(halves, start=Fraction(0))
mixed = divmod(total, 1)
print(total, mixed[0], float(total) > 2, gcd(12, 18), lcm(4, 6))
