# finds: attribute json.decoder reverted
import json
import json.decoder
from unittest.mock import patch
# --- next cell
with patch.object(json, "decoder", autospec=True) as fake:
    fake.JSONDecoder.return_value.decode.return_value = 7
    value = json.decoder.JSONDecoder().decode("1")
print(value)
