# finds: setting decimal.ExtendedContext reverted
# finds: setting decimal.context reverted
import decimal
# --- next cell
decimal.ExtendedContext.rounding = decimal.ROUND_FLOOR
with decimal.localcontext(decimal.ExtendedContext) as context:
    result = decimal.Decimal(1) / 3
decimal.ExtendedContext.rounding = decimal.ROUND_HALF_EVEN
print(result)
