# finds: context depth reverted
# finds: context trail left
from contextvars import ContextVar

depth = ContextVar("depth", default=0)
trail = ContextVar("trail", default=())
# --- next cell
def enter(name):
    token = depth.set(depth.get() + 1)
    trail.set(trail.get() + (name,))
    try:
        if depth.get() < 3:
            return enter(name + "+")
        return trail.get()
    finally:
        depth.reset(token)

path = enter("a")
