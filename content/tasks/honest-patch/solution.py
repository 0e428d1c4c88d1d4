import contextlib


@contextlib.contextmanager
def patch_attr(owner, name, value):
    getattr(owner, name)  # a typo fails here
    undo = contextlib.ExitStack()
    # What this owner stores decides the way back, not what lookup finds.
    if name in vars(owner):
        undo.callback(setattr, owner, name, vars(owner)[name])
    else:
        undo.callback(delattr, owner, name)
    # The way back is complete before anything changes, and none of its steps is a line of ours that could fail.
    with undo:
        setattr(owner, name, value)
        yield


class Base:
    def greet(self):
        return "base"


class Child(Base):
    pass


with patch_attr(Child, "greet", lambda self: "patched"):
    print(Child().greet())
print("greet" in vars(Child))
