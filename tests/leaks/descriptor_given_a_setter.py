# finds: attribute fractions.Fraction.numerator left
from fractions import Fraction
# --- next cell
def set_numerator(fraction, value):
    fraction._numerator = value

Fraction.numerator = Fraction.numerator.setter(set_numerator)
half = Fraction(1, 2)
half.numerator = 3
print(half)
