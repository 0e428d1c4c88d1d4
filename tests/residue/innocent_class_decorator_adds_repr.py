# finds: nothing
def with_repr(cls):
    def __repr__(self):
        return f"{type(self).__name__}({vars(self)})"
    cls.__repr__ = __repr__
    return cls

@with_repr
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

print(Point(1, 2))
