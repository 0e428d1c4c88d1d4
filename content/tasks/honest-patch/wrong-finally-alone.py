# says: The class holds something else than before
import contextlib


@contextlib.contextmanager
def patch_attr(owner, name, value):
    original = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, original)
