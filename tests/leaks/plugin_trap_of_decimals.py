# finds: setting decimal.context left
import decimal
# --- next cell
decimal.getcontext().traps[decimal.Inexact] = True
try:
    print(decimal.Decimal(1) / 3)
except decimal.Inexact:
    print("not exact")
