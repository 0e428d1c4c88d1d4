from checking import cell, seeded

STRONG = """class OnePerName(type):
    kept = {}
    def __call__(cls, name):
        if (cls, name) not in OnePerName.kept:
            OnePerName.kept[cls, name] = super().__call__(name)
        return OnePerName.kept[cls, name]
class Printer(metaclass=OnePerName):
    def __init__(self, name):
        self.name, self.jobs = name, []
"""
jobs = [(seeded.choice("abcd") * 3, seeded.randrange(1000)) for _ in range(12)]
wanted = {name: [job for each, job in jobs if each == name] for name, _ in jobs}
PRINT = f"""{STRONG}
done = {{}}
for name, job in {jobs}:
    GET(name).jobs.append(job)
    done[GET(name).name] = GET(name).jobs
done"""
strong = cell.case(PRINT.replace("GET", "Printer"), about="the metaclass: 12 hidden jobs for 4 printers")
strong.gives(wanted)
weak = cell.case(PRINT.replace("GET", "printer"), about="your function: the same 12 jobs")
weak.gives(wanted, says="On these jobs the weaker version does not do what the stronger one does.")
same = cell.case("printer('p') is printer('p'), printer('p') is printer('q'), type(printer('p')) is PlainPrinter")
same.gives((True, False, True), says="One object per name, another one for another name, and both of the plain class.")
plain = cell.case("type(PlainPrinter) is type")
plain.gives(True, says="`PlainPrinter` still has a metaclass: it is made by something other than `type`.")
ended = cell.case(
    "import __main__\nold = printer('p')\nold.jobs.append(1)\nreset()\n"
    "__main__.printer('p') is old, __main__.printer('p').jobs",
    about="the way back: `printer('p')` after `reset()`",
)
ended.gives(
    (False, []), says="After `reset()` a test must begin with a new printer. The proposal has no such line at all."
)
free = cell.case(
    "printer('p').jobs.append(1)\nPlainPrinter('p').jobs, printer('p').jobs",
    about="a test makes a `PlainPrinter` of its own",
)
free.gives(([], [1]), says="Making an object by hand must give a new one, and must not touch the shared one.")
SIZED = f"""{STRONG}
from collections.abc import Sized
class Queue(BASE, Sized):
    def __len__(self):
        return len(self.jobs)
len(Queue('p'))"""
cell.case(SIZED.replace("BASE", "Printer"), about="the metaclass, combined with an ABC").raises("TypeError")
cell.case(SIZED.replace("BASE", "PlainPrinter"), about="your class, combined with the same ABC").gives(
    0, says="A subclass of your class cannot be combined with an ordinary ABC."
)
cell.foresee(
    weak.value == wanted and same.value == (True, False, False),
    "Your function hands out objects of another class. If it asks the proposal for them, the metaclass is still there.",
)
cell.foresee(
    "__new__" in cell.source and free.value != ([], [1]),
    "`__new__` can return the old object, but then Python calls `__init__` on it again. What does that empty?",
)
cell.foresee(
    same.value == (True, False, True) and ended.value and ended.value[0] is True,
    "Your `reset()` ran, and the same object came back. Look at which name it changes: one of its own, or the cell's?",
)
kept = cell.case("type(Printer).__name__, "
    "Printer('p') is Printer('p')", about="the proposal, which is still there to compare")
kept.gives(("OnePerName", True), says="Keep the proposal in the cell: whoever reviews wants to see both versions run.")
