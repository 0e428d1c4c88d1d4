import contextlib


@contextlib.contextmanager
def patch_attr(owner, name, value):
    original = getattr(owner, name)
    setattr(owner, name, value)
    yield
    setattr(owner, name, original)


class Base:
    def greet(self):
        return "base"


class Child(Base):
    pass


with patch_attr(Child, "greet", lambda self: "patched"):
    print(Child().greet())
print("greet" in vars(Child))
