# finds: setting decimal.context left
from decimal import Decimal, getcontext

getcontext().prec = 50
seventh = Decimal(1) / Decimal(7)
print(seventh)
