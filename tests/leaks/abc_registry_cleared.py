# finds: abc Sized: Weird reverted
from collections.abc import Sized

class Weird:
    pass
# --- next cell
Sized.register(Weird)
try:
    print(isinstance(Weird(), Sized))
finally:
    Sized._abc_registry_clear()
    Sized._abc_caches_clear()
