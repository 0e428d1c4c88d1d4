# finds: attribute fractions.Fraction.limit_denominator reverted
from fractions import Fraction
# --- next cell
method = Fraction.limit_denominator
kept, method.__defaults__ = method.__defaults__, (10,)
try:
    print(Fraction("3.14159").limit_denominator())
finally:
    method.__defaults__ = kept
