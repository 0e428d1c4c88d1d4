# finds: module payment_api reverted
import sys
from unittest.mock import MagicMock, patch

api = MagicMock()
api.charge.return_value = 'paid'
with patch.dict(sys.modules, {'payment_api': api}):
    import payment_api
    answer = payment_api.charge(12)
print(answer)
