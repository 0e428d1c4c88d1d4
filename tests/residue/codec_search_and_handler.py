# finds: codec codecs.register find_nothing left
# finds: codec codecs.register_error stars permanent
import codecs

asked = []
# --- next cell
def find_nothing(name):
    asked.append(name)
    return None

def stars(error):
    return "*", error.end

def install():
    codecs.register(find_nothing)
    codecs.register_error("stars", stars)

install()
shown = "café".encode("ascii", "stars")
