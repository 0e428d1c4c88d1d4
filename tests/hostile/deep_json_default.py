# ends: error RecursionError | stack
import json
class A:
    pass
def default(value):
    return json.dumps(A(), default=default)
json.dumps(A(), default=default)
