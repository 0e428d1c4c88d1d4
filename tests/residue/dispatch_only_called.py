# finds: nothing
from functools import singledispatch

@singledispatch
def weight(value):
    return 0

weight.register(str, len)
# --- next cell
class Parcel(str):
    pass

loads = [weight(Parcel('abc')), weight(4), weight(b'x')]
handler = weight.dispatch(Parcel)
print(loads, handler is len)
