# finds: nothing
import json
from json import dumps
from math import pi
# --- next cell
dumps = str
pi = 3
text = dumps({'a': pi})
print(text, json.dumps({'a': 1}))
