# finds: attribute fractions.Fraction.from_float left
from contextlib import contextmanager
from fractions import Fraction

@contextmanager
def swapped(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)

with swapped(Fraction, 'from_float', lambda number: Fraction(int(number))):
    whole = Fraction.from_float(2.5)
print(whole, Fraction.from_float(2.5))
