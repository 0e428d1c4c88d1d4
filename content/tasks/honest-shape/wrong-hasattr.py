# says: Your question ran the property.
import inspect


def can_close(thing):
    close = getattr(thing, "close", None)
    if isinstance(inspect.getattr_static(thing, "close", None), property) or not callable(close):
        return False
    try:
        inspect.signature(close).bind()
    except TypeError:
        return False
    return True
