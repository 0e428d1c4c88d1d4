# finds: attribute json.loads reverted
import json
# --- next cell
vars(json.loads)["calls"] = 3
try:
    print(json.loads.calls)
finally:
    del json.loads.calls
