"""Reaches attributes by descriptors, __getattr__, __setattr__, __getitem__, and classes made by a metaclass."""


class Typed:
    def __init__(self, kind, default):
        self.kind = kind
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        instance.__dict__[self.name] = value


class Squared:
    """Has no __set__, so that an instance's own value wins."""

    def __get__(self, instance, owner=None):
        return instance.number**2


class Registered(type):
    classes = {}

    def __new__(meta, name, bases, names):
        made = super().__new__(meta, name, bases, names)
        made.typed = [key for key, value in names.items() if isinstance(value, Typed)]
        meta.classes[name] = made
        return made


class Model(metaclass=Registered):
    number = Typed(int, 1)
    title = Typed(str, "none")
    square = Squared()

    def __init_subclass__(cls, **settings):
        cls.settings = settings


class Remote:
    """Makes up its attributes and keeps those that are set in a dict."""

    def __init__(self):
        object.__setattr__(self, "kept", {})

    def __getattr__(self, name):
        if name.startswith("no_"):
            raise AttributeError(name)
        return self.kept.get(name, len(name))

    def __setattr__(self, name, value):
        self.kept[name] = value

    def __getitem__(self, name):
        return getattr(self, name)

    def __contains__(self, name):
        return name in self.kept


def work():
    model, remote = Model(), Remote()
    total, refused = 0, 0
    for number in range(20_000):
        model.number = number % 100
        total += model.number + model.square + len(model.title)
        remote.count = number
        total += remote.count + remote.anything + remote["something_else"] + ("count" in remote)
        if number % 10 == 0:
            model.title = str(number)
            total += hasattr(remote, "no_way") + getattr(remote, "no_more", 3)
            try:
                model.number = "text"
            except TypeError:
                refused += 1
    for number in range(150):
        made = Registered(f"Made{number % 5}", (Model,), {"size": Typed(float, 0.5), "number": Typed(int, number)})
        total += made().number + len(made.typed)
    for name in list(Registered.classes):
        if name.startswith("Made"):
            del Registered.classes[name]
    return total, refused, len(Registered.classes)
