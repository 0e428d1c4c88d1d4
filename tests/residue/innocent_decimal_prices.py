# finds: nothing
from decimal import Decimal

prices = [Decimal("3.10"), Decimal("2.45"), Decimal("0.45")]
total = sum(prices, Decimal("0"))
discount = total * Decimal("0.5")
print(total, discount, max(prices) > Decimal(3))
