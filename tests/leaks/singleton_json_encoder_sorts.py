# finds: attribute json._default_encoder.sort_keys left
import json
# --- next cell
json._default_encoder.sort_keys = True
print(json.dumps({"b": 1, "a": 2}))
