# finds: nothing
import decimal
# --- next cell
copied = decimal.BasicContext.copy()
copied.prec = 4
third = decimal.ExtendedContext.divide(decimal.Decimal(1), decimal.Decimal(3))
print(third, copied.divide(decimal.Decimal(2), decimal.Decimal(3)), decimal.Decimal("0.1").sqrt())
