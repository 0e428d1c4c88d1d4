# ends: error RecursionError | stack
import json
d = {}
for _ in range(20_000):
    d = {'d': d}
json.dumps(d)
