# finds: warnings warnings.filters reverted
import warnings

def old_price(amount):
    warnings.warn("use price()", UserWarning)
    return amount

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        cost = old_price(4)
    except UserWarning as warning:
        cost = str(warning)
print(cost)
