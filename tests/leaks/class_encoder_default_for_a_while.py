# finds: attribute json.encoder.JSONEncoder.default reverted
import json

usual = json.JSONEncoder.default

def with_to_json(self, value):
    method = getattr(type(value), "to_json", None)
    return method(value) if method else usual(self, value)

class Money:
    def to_json(self):
        return "5 €"

json.JSONEncoder.default = with_to_json
try:
    text = json.dumps({"price": Money()}, ensure_ascii=False)
finally:
    json.JSONEncoder.default = usual
print(text)
