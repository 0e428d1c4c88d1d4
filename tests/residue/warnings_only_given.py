# finds: nothing
import warnings

class StockWarning(UserWarning):
    pass

def take(stock, item):
    left = stock[item] - 1
    if left < 2:
        warnings.warn(f"{item} is nearly gone", StockWarning, stacklevel=2)
    return left

rest = [take({"tea": 2, "milk": 9}, item) for item in ("tea", "milk")]
