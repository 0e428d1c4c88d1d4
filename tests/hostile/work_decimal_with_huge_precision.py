# ends: endless | memory
from decimal import Decimal, getcontext
getcontext().prec = 200_000
Decimal(2).sqrt()
