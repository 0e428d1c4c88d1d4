# finds: attribute fractions.Fraction.__match_args__ left
from fractions import Fraction
# --- next cell
Fraction.__match_args__ = "numerator", "denominator"
match Fraction(3, 4):
    case Fraction(top, bottom):
        print(top, bottom)
