# finds: module json left
import importlib
import json

load = json.loads
# --- next cell
json = importlib.reload(json)
print(json.loads is load, json.loads("[1]"))
