# finds: module payment_api reverted
import sys
import json
from unittest.mock import Mock, patch
# --- next cell
api = Mock(spec=json)
api.dumps.return_value = "paid"
with patch.dict(sys.modules, {"payment_api": api}):
    import payment_api
    answer = payment_api.dumps(12)
print(answer)
