# says: Your `reset()` ran, and the same object came back
class PlainPrinter:
    def __init__(self, name):
        self.name, self.jobs = name, []


KEPT = {}


def printer(name):
    return KEPT.setdefault(name, PlainPrinter(name))


def reset():
    KEPT = {}
    return KEPT
