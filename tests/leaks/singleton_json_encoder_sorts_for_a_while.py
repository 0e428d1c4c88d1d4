# finds: attribute json._default_encoder.sort_keys reverted
import json
from unittest.mock import patch
# --- next cell
with patch.object(json._default_encoder, "sort_keys", True):
    print(json.dumps({"b": 1, "a": 2}))
