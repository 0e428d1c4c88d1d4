# finds: attribute json.dumps left
import functools
import json
# --- next cell
def mine(value):
    "As short as it goes."
    return json.dumps(value, separators=(",", ":"))

functools.update_wrapper(json.dumps, mine)
print(json.dumps.__name__, json.dumps([1, 2]))
