# finds: environ SHOP_MODE left
import doctest
import os

def mode():
    """
    >>> os.environ["SHOP_MODE"] = "loud"
    >>> mode()
    'loud'
    """
    value = os.environ.get("SHOP_MODE")
    return value
# --- next cell
results = doctest.testmod()
print(results)
