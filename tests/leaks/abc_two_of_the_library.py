# finds: abc Real: Decimal permanent
import numbers
from decimal import Decimal
# --- next cell
numbers.Real.register(Decimal)
print(isinstance(Decimal(1), numbers.Real))
