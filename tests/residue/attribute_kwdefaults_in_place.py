# finds: attribute json.dumps left
import json
# --- next cell
json.dumps.__kwdefaults__ = {**json.dumps.__kwdefaults__, 'sort_keys': True}
print(json.dumps({'b': 1, 'a': 2}))
