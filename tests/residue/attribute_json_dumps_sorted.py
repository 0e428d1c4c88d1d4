# finds: attribute json.dumps left
import json
original = json.dumps

def sorted_dumps(obj, **options):
    options.setdefault('sort_keys', True)
    return original(obj, **options)

json.dumps = sorted_dumps
print(json.dumps({'b': 1, 'a': 2}))
