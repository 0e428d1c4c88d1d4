# finds: nothing
import json
# --- next cell
json.dumps.__doc__ = json.dumps.__doc__
json.dumps.__name__ = "dumps"
json.dumps.__kwdefaults__ = dict(json.dumps.__kwdefaults__)
json.dumps.__type_params__ = ()
print(json.dumps([]))
