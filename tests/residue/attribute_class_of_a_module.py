# finds: attribute colorsys.__class__ left
import colorsys
import types
# --- next cell
class Loud(types.ModuleType):
    def __getattr__(self, name):
        return name.upper()

colorsys.__class__ = Loud
print(colorsys.nothing)
