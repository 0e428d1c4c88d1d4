# finds: nothing
from decimal import Context, Decimal, ROUND_DOWN

context = Context(prec=6, rounding=ROUND_DOWN)
context.Emax = 99
root = context.sqrt(Decimal(2))
third = context.divide(Decimal(1), Decimal(3))
print(root, third)
