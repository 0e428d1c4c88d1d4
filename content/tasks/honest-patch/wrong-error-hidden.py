# says: Whatever else went wrong, the error of the block must reach
import contextlib


@contextlib.contextmanager
def patch_attr(owner, name, value):
    own = name in vars(owner)
    original = vars(owner).get(name)
    setattr(owner, name, value)
    try:
        yield
    except BaseException as error:
        print("the test failed:", error)
    if own:
        setattr(owner, name, original)
    else:
        delattr(owner, name)
