# ends: error RecursionError | error ValueError | stack
import json
text = '[' * 100_000
json.loads(text)
