# finds: attribute json.dumps left
import json
# --- next cell
json.dumps.__kwdefaults__["indent"] = 2
print(json.dumps([1]))
