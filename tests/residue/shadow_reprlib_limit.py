# finds: attribute reprlib.aRepr.maxlist left
# finds: attribute reprlib.aRepr.maxstring left
import reprlib
# --- next cell
reprlib.aRepr.maxstring = 12
reprlib.aRepr.maxlist = 2
print(reprlib.repr([1, 2, 3, 'x' * 40]))
