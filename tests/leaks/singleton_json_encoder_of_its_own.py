# finds: nothing
import json

encoder = json.JSONEncoder(sort_keys=False)
# --- next cell
encoder.sort_keys = True
encoder.item_separator = ","
print(encoder.encode({"b": 1, "a": 2}))
