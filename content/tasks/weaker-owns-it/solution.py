from functools import cache


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


# "One object per name" is a rule about getting a printer. A function runs whenever somebody gets one.
@cache
def printer(name):
    return PlainPrinter(name)


# The way back, which every test can call.
reset = printer.cache_clear

for get in (Printer, printer):
    get("hall").jobs.append("letter")
    print(get.__name__, get("hall").jobs)
