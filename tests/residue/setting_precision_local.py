# finds: setting decimal.context reverted
import decimal

def ratio(top, bottom, digits):
    with decimal.localcontext() as context:
        context.prec = digits
        value = decimal.Decimal(top) / decimal.Decimal(bottom)
        return str(value)

short = ratio(22, 7, 4)
long = ratio(22, 7, 12)
print(short, long)
