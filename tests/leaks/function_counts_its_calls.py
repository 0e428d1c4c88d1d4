# finds: attribute json.loads left
import json
# --- next cell
json.loads.calls = 0

def load(text):
    json.loads.calls += 1
    return json.loads(text)

print(load("[1]"), load("2"))
