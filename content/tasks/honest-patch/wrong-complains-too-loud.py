# says: Whatever else went wrong, the error of the block must reach
import contextlib

ABSENT = object()


@contextlib.contextmanager
def patch_attr(owner, name, value):
    original = vars(owner).get(name, ABSENT)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if vars(owner).get(name, ABSENT) is not value:
            raise RuntimeError(f"{name} changed hands")
        if original is ABSENT:
            delattr(owner, name)
        else:
            setattr(owner, name, original)
