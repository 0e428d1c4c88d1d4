# finds: nothing
import functools
import json
# --- next cell
def mine(value):
    return json.dumps(value, separators=(",", ":"))

functools.update_wrapper(mine, json.dumps)
print(mine.__name__, mine.__wrapped__ is json.dumps, mine([1, 2]))
