# finds: attribute json.encoder.JSONEncoder.item_separator left
import json
# --- next cell
json.JSONEncoder.item_separator = ","
print(json.JSONEncoder().encode([1, 2]))
