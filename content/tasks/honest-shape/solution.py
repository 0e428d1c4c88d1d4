import inspect


class Valve:
    def close(self, force):
        print("closed by force")


def can_close(thing):
    """Would `thing.close()` find a method, and fit it?"""
    # The static look runs no property, so it comes first.
    found = inspect.getattr_static(thing, "close", None)
    if found is None or isinstance(found, property):
        return False
    close = thing.close  # bound: `self` is filled in
    if not callable(close):
        return False
    try:
        # `bind` fits arguments to parameters and calls nothing.
        inspect.signature(close).bind()
    except (TypeError, ValueError):
        return False
    return True


print(can_close(Valve()))
