# finds: attribute json.dumps left
class Options(type):
    table = {"colour": "red"}

    def __getattr__(cls, name):
        return cls.table[name]

class Settings(metaclass=Options):
    pass

settings = Settings()
print(Settings.colour)
# --- next cell
import json
json.dumps = lambda value: "quiet"
print(json.dumps(1), settings)
