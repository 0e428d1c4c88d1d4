# finds: shadow Circle.make left
from contextlib import contextmanager

@contextmanager
def patch_attr(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)

class Shape:
    @classmethod
    def make(cls):
        return cls()

class Circle(Shape):
    pass

# --- next cell
with patch_attr(Circle, 'make', classmethod(lambda cls: 'fake')):
    made = Circle.make()
print(made, 'make' in vars(Circle))
