from checking import cell, seeded

# Runs a rewritten expression where there is no `square`. Says what it gives, which readings it took, and which
# variables it made.
RUN = """
def run(text):
    taken = []
    def take(number):
        taken.append(number)
        return number
    space = {"take": take}
    try:
        given = eval(compile(rewrite(text, "eval"), "gauge.py", "eval"), space)
    except Exception as error:
        given = type(error).__name__
    return given, taken, [name for name in space if name.isidentifier() and name not in ("take", "__builtins__")]
"""
BLAME = """
import traceback
def blamed(source, **names):
    try:
        exec(compile(rewrite(source), "area.py", "exec"), names)
    except (TypeError, KeyError) as error:
        return [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "area.py"][-1]
"""
KEPT = ["square(2, mode=1)", "square(side=2)", "square(2, **more)", "square(*sides)", "square(2, 3)", "gauge.square(2)"]


def grow(depth):
    shape = (
        seeded.choice(["square({})", "square({})", "({} + {})", "({} - {})", "max({}, {})", "-{}"])
        if depth
        else "take({})"
    )
    parts = [grow(depth - 1) if depth else seeded.randrange(2, 10) for _ in range(shape.count("{}"))]
    return shape.format(*parts)


def plain(text):
    taken = []
    names = {"take": lambda number: taken.append(number) or number, "square": lambda side: side * side}
    return eval(text, names), taken


texts = ["square(take(3))", *(f"square({grow(seeded.randrange(3))})" for _ in range(19))]
runs = cell.case(f"{RUN}[run(text) for text in {texts!r}]")
got = runs.value or [(runs.shown, [], [])] * len(texts)
wrong = [(text, run) for text, run in zip(texts, got) if run[:2] != plain(text)]
expected = "each gives the value of the plain program, and takes the same readings in the same order"
happened = "so it does"
if wrong:
    text, (given, taken, _) = wrong[0]
    happened = f"`{text}` gives {given} and takes {taken}; plain, it gives {plain(text)[0]} and takes {plain(text)[1]}"
cell.expect(
    not wrong,
    "20 expressions, rewritten, where nothing is called `square`",
    expected,
    happened,
    says="Rewrite every call with one plain argument, and evaluate that as often as a call would.",
)
made = sorted({name for run in got for name in run[2]})
cell.expect(
    runs.value and not made,
    "the program's variables after them",
    "none is new",
    "new: " + ", ".join(made) if made else "none is new",
    says="The rewritten program has a variable more, and its author may use the same name.",
)
kept = cell.case(
    f"import ast\n[ast.unparse(rewrite(text, 'eval')) for text in {KEPT!r}]",
    about="calls with keywords, stars or two arguments",
)
kept.gives(KEPT, says="A call whose shape you can't show to mean the same has to come out as it went in.")
own = cell.case(
    """
class Length(int):
    def __mul__(self, other):
        return f"{int(self)} by {int(other)}"
eval(compile(rewrite("square(side)", "eval"), "gauge.py", "eval"), {"side": Length(3)})
""",
    about="`square(side)` with a `Length`, whose `*` gives a text",
)
own.gives("3 by 3", says="`square` multiplies its argument with `*`. The new code asks it for something else.")
above = seeded.randrange(2, 6)
area = "area = sum([\n" + "    1,\n" * above + "    square(\n        room\n    ),\n])\n"
cell.case(
    f"{BLAME}blamed({area!r}, room='5 m')",
    about=f"the line blamed for a product that fails, of a call in line {above + 2}",
).gives(
    above + 2,
    says="A traceback must name the call that the author wrote. New nodes get no place by themselves.",
)
area = area.replace("room", "rooms['attic']")
cell.case(
    f"{BLAME}blamed({area!r}, rooms={{}})", about=f"the line blamed for an argument that fails, in line {above + 3}"
).gives(above + 3, says="The argument has a place of its own, which it must keep.")
inner = cell.case(
    f"{RUN}run('[each for each in range(square(2))]')[0]", about="`[each for each in range(square(2))]`, rewritten"
)
inner.gives(
    [0, 1, 2, 3],
    says="A call may stand where not every expression may. What takes its place must be allowed there.",
)
