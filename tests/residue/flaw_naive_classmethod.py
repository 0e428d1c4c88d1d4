# finds: attribute Shape.make left
class patch_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def __enter__(self):
        self.old = getattr(self.owner, self.name)
        setattr(self.owner, self.name, self.value)

    def __exit__(self, *details):
        setattr(self.owner, self.name, self.old)

class Shape:
    @classmethod
    def make(cls):
        return cls()

class Circle(Shape):
    pass

# --- next cell
with patch_attr(Shape, 'make', classmethod(lambda cls: None)):
    nothing = Shape.make()
print(nothing, type(Circle.make()).__name__)
