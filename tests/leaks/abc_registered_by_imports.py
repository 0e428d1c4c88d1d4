# finds: nothing
import decimal
import fractions
import numbers
print(isinstance(decimal.Decimal(1), numbers.Number), issubclass(fractions.Fraction, numbers.Rational))
