# finds: attribute json.__getattr__ left
import json
# --- next cell
def missing(name):
    return f"no {name}"

json.__getattr__ = missing
print(json.nonsense)
