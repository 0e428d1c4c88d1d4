# says: Your function hands out objects of another class
class PlainPrinter:
    def __init__(self, name):
        self.name, self.jobs = name, []


class OnePerName(type):  # proposed: each class keeps one object per name
    kept = {}

    def __call__(cls, name):
        if (cls, name) not in OnePerName.kept:
            OnePerName.kept[cls, name] = super().__call__(name)
        return OnePerName.kept[cls, name]


class Printer(PlainPrinter, metaclass=OnePerName): ...


def printer(name):
    return Printer(name)


def reset():
    OnePerName.kept.clear()
