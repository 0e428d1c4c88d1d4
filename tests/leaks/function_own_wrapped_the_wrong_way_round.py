# finds: nothing
import functools
import json

def mine(value):
    return json.dumps(value)
# --- next cell
def short(value):
    return mine(value)[:10]

functools.update_wrapper(mine, short)
mine.calls = 1
print(mine.__name__)
