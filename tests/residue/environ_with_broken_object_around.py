# finds: environ MODE left
class Wrong:
    def __getattribute__(self, name):
        return self.__dict__[name]

wrong = Wrong()
# --- next cell
import os
os.environ["MODE"] = "test"
