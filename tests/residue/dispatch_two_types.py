# finds: dispatch size: list permanent
# finds: dispatch size: Crate permanent
from functools import singledispatch

class Crate:
    room = 12

@singledispatch
def size(value):
    return 1

# --- next cell
size.register(list, len)

@size.register
def crate_size(value: Crate):
    return value.room

print(size([1, 2]), size(Crate()), size(None))
