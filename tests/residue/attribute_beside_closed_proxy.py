# finds: attribute json.dumps left
class Closed(Exception):
    pass

class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattribute__(self, name):
        if name.startswith("_"):
            raise Closed(name)
        return getattr(object.__getattribute__(self, "target"), name)

proxy = Proxy("tea")
print(proxy.upper())
# --- next cell
import json
json.dumps = lambda value: "quiet"
print(json.dumps(1))
