# finds: attribute fractions.Fraction.numerator left
from fractions import Fraction
# --- next cell
def numerator(fraction):
    return fraction._numerator * 10

Fraction.numerator.fget.__code__ = numerator.__code__
print(Fraction(1, 2).numerator)
