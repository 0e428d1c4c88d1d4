# says: `__new__` can return the old object
class PlainPrinter:
    kept = {}

    def __new__(cls, name):
        if name not in cls.kept:
            cls.kept[name] = super().__new__(cls)
        return cls.kept[name]

    def __init__(self, name):
        self.name, self.jobs = name, []


def printer(name):
    return PlainPrinter(name)


def reset():
    PlainPrinter.kept.clear()
