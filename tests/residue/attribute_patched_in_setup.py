# finds: nothing
import json
real_dumps = json.dumps
json.dumps = lambda obj: real_dumps(obj, sort_keys=True)
# --- next cell
text = json.dumps({'b': 1, 'a': 2})
size = len(text)
print(text, size)
