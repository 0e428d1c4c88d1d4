# finds: nothing
import reprlib
# --- next cell
reprlib.aRepr.maxstring = 12
reprlib.aRepr.maxlist = 2
print(reprlib.repr([1, 2, 3, 'x' * 40]))
