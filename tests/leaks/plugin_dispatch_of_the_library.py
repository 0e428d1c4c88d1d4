# finds: dispatch get_zone: Crate permanent
import functools

@functools.singledispatch
def get_zone(thing):
    return "no zone"

class Crate:
    zone = "north"

def load_plugin(register):
    register(Crate, lambda crate: crate.zone)
# --- next cell
load_plugin(get_zone.register)
print(get_zone(Crate()))
