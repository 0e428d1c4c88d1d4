# finds: nothing
from unittest.mock import MagicMock

cart = MagicMock()
cart.__len__.return_value = 3
cart.__getitem__.side_effect = lambda index: f"item {index}"
total = len(cart)
first = cart[0]
with cart as entered:
    print(total, first, entered)
cart.__enter__.assert_called_once()
