# says: Not every method takes `self`.
import inspect


def can_close(thing):
    found = inspect.getattr_static(thing, "close", None)
    if not inspect.isfunction(found):
        return False
    try:
        inspect.signature(found).bind(thing)
    except TypeError:
        return False
    return True
