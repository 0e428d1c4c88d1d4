# finds: shadow reprlib.aRepr.repr_str left
import reprlib
# --- next cell
def short(text, level):
    return text[:3]

reprlib.aRepr.repr_str = short
print(reprlib.repr(['abcdef']))
