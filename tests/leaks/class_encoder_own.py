# finds: nothing
import json

class Encoder(json.JSONEncoder):
    item_separator = ","

    def default(self, value):
        return str(value)
# --- next cell
Encoder.item_separator = ";"
print(json.dumps([1, 1j], cls=Encoder))
