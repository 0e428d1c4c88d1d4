# finds: nothing
import json
from datetime import date

class DateEncoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, date):
            return value.isoformat()
        return super().default(value)

order = {"item": "tea", "day": date(2024, 5, 17), "price": 3.5}
text = json.dumps(order, cls=DateEncoder, indent=2, sort_keys=True)
again = json.loads(text, parse_float=str)
print(again["day"], again["price"])
