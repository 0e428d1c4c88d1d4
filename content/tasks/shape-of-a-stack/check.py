from checking import cell

SMALL = """
class Pile:
    def __init__(self):
        self.items = []
    def append(self, item):
        self.items.append(item)
    def pop(self):
        return self.items.pop()

isinstance(Pile(), Stack)
"""
HALF = """
class Source:
    def pop(self): ...

class Target:
    def append(self, item): ...

[isinstance(Source(), Stack), isinstance(Target(), Stack)]
"""
UNRELATED = """
one, other = FITS
own = [kind.__module__ for kind in FITS if kind.__module__ in ("__main__", __name__)]
one not in other.__mro__ and other not in one.__mro__ and not own
"""
WORK = """
def fits(kind):
    source, target = kind(), kind()
    source.append(65)
    target.append(source.pop())
    return isinstance(source, Stack) and len(source) == 0 and len(target) == 1

[fits(kind) for kind in FITS]
"""
WORST = """
def fails(source, target):
    try:
        target.append(source.pop())
    except IndexError:
        return False
    except Exception:
        return True
    return False

[isinstance(WORST, Stack), fails(WORST, []) or fails(["tea"], WORST) and fails([65], WORST)]
"""

cell.case(SMALL, about="`isinstance` of an object that has `append` and `pop` and inherits nothing").gives(
    True, says="This object is all that `move_last` needs, so the protocol should take it, at run time too."
)
cell.case(HALF, about="objects with only `pop`, and only `append`").gives(
    [False, False], says="`move_last` calls two methods. An object with one of them is half a stack."
)
cell.case(UNRELATED, about="FITS: two classes of the library, neither inherits from the other").gives(
    True, says="Two classes that somebody else wrote, without knowing of each other: that is the case for a protocol."
)
cell.case(WORK, about="an item moved between two objects of each class in FITS; `isinstance`").gives(
    [True, True], says="Each class in FITS must be accepted, and moving an item must work."
)
cell.case(WORST, about="WORST: accepted by `isinstance`; moving an item fails").gives(
    [True, True],
    says="WORST must be accepted and fail for its shape. An empty list does not count: it fails only while empty.",
)
cell.leaves(says="A registration takes your word and can't be taken back. A protocol needs none.")
