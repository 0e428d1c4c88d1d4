# finds: nothing
def make_class(name, *fields):
    cls = type(name, (), {"__slots__": fields})

    def __init__(self, *values):
        for field, value in zip(fields, values):
            setattr(self, field, value)

    def __eq__(self, other):
        return all(getattr(self, f) == getattr(other, f) for f in fields)

    cls.__init__ = __init__
    cls.__eq__ = __eq__
    return cls

Point = make_class("Point", "x", "y")
print(Point(1, 2) == Point(1, 2))
