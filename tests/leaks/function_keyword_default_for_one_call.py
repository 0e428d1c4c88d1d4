# finds: attribute json.dumps reverted
import json
from unittest.mock import patch
# --- next cell
with patch.dict(json.dumps.__kwdefaults__, indent=1, sort_keys=True):
    text = json.dumps({"b": 1, "a": 2})
print(text)
