# finds: nothing
from fractions import Fraction
# --- next cell
read = Fraction.numerator.fget
print(read.__name__, read(Fraction(3, 4)), read.__code__.co_varnames)
