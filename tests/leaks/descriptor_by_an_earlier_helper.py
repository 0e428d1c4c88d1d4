# finds: attribute fractions.Fraction.numerator reverted
from fractions import Fraction

def numerator_as(value, ask):
    kept = vars(Fraction)["numerator"]
    Fraction.numerator = property(lambda fraction: value)
    try:
        return ask()
    finally:
        Fraction.numerator = kept
# --- next cell
print(numerator_as(5, lambda: Fraction(1, 2).numerator))
