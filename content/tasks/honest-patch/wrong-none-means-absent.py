# says: `None` is a value that an owner can store.
import contextlib


@contextlib.contextmanager
def patch_attr(owner, name, value):
    original = vars(owner).get(name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if original is None:
            delattr(owner, name)
        else:
            setattr(owner, name, original)
