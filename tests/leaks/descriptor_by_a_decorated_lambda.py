# finds: attribute fractions.Fraction.denominator reverted
from fractions import Fraction
from unittest.mock import patch
# --- next cell
print(patch.object(Fraction, "denominator", property(lambda f: 1))(lambda: Fraction(2, 3).denominator)())
