"""How a class statement that has run is drawn: its steps in lanes, and the reading."""

import ast

from lenses._objects import MISSING, class_name, describe, is_a
from lenses._picture import cut, step, steps

LANES = ("metaclass", "body", "descriptors", "bases", "decorators", "name")
# The lane of an event, by its role; all else is the metaclass's.
LANE_OF_ROLE = {
    "body": "body",
    "bind": "body",
    "missing": "body",
    "set_name": "descriptors",
    "entries": "bases",
    "init_subclass": "bases",
    "expressions": "bases",
    "evaluated": "decorators",
    "decorate": "decorators",
    "name": "name",
}
# How many names are told of: in a body, in a change, in a reading.
MOST_BOUND, MOST_NAMES, MOST_QUOTED = 8, 4, 3
LONGEST_DEED, LONGEST_SAID_DEED, LONGEST_READING = 90, 75, 200
SPECIAL_NAMES = frozenset(dir(object)) - {"__doc__"}
LONGEST_DECORATOR, LONGEST_TEXT = 40, 100


def drawn(run, reading):
    """The picture of a run."""
    lanes = [lane for lane in LANES if any(lane_of(event) == lane for event in run.events)]
    return steps(reading, lanes, [step_of(event, lanes, run) for event in run.events])


def lane_of(event):
    """The lane of an event."""
    return LANE_OF_ROLE.get(event.role, "metaclass")


def step_of(event, lanes, run):
    """The step for an event."""
    label, detail, mark = event.label, event.detail, event.mark
    if event.role == "metaclass":
        label, detail = metaclass_text(run.watch, run.statement)
    elif event.role == "body" and not mark and event.about is not None:
        detail = bound_text(event.about, annotated(run.statement, event.about))
    elif event.role == "make" and not mark:
        detail, mark = "makes the class", "new"
    if event.turn and mark != "fails":
        detail, mark = "; ".join(filter(None, [detail, deed(event, LONGEST_DEED)])), "changed"
    lane = lanes.index(lane_of(event))
    return step(lane, cut(label, LONGEST_TEXT), cut(detail, LONGEST_TEXT), mark, line_of(event, run))


def metaclass_text(watch, statement):
    """Which metaclass, and why."""
    metaclass = watch.metaclass
    if metaclass is None:
        kinds = candidates(watch)
        fault = "neither derives from the other" if len(kinds) == 2 else "none derives from all the others"
        return "the metaclass", f"{listed(kinds)}: {fault}"
    if not is_a(metaclass, type):
        return f"the metaclass is {describe(metaclass)}", "the statement names it; it is no class"
    label = f"the metaclass is {class_name(metaclass)}"
    if metaclass is watch.named:
        return label, "the statement names it"
    if not watch.resolved and not statement.type_params:
        return label, "the default if there is no base"
    if metaclass is type:
        return label, "no base has another"
    base = next(base for base in watch.resolved if type(base) is metaclass)
    return label, f"that of {class_name(base) if is_a(base, type) else describe(base)}"


def candidates(watch):
    """The names of the metaclasses of the statement and its bases."""
    kinds = [] if watch.named is MISSING else [watch.named]
    kinds += map(type, watch.resolved)
    return list(dict.fromkeys(class_name(kind) for kind in kinds))


def annotated(statement, bound):
    """The names that a body annotates and doesn't bind."""
    targets = [each.target for each in statement.body if isinstance(each, ast.AnnAssign) and each.value is None]
    return [target.id for target in targets if isinstance(target, ast.Name) and target.id not in bound]


def bound_text(bound, annotated):
    """What a body has done to its namespace."""
    texts = [
        f"binds {some(bound, MOST_BOUND)}" if bound else "",
        f"annotates {some(annotated, MOST_BOUND)}" if annotated else "",
    ]
    return "; ".join(filter(None, texts)) or "binds nothing"


def deed(event, longest):
    """What a hook has done: what it returned, if that is another object, and which names of the class changed."""
    groups = {}
    for how in ("adds", "replaces", "removes"):
        names = [name for name in event.changes if event.changes[name] == how]
        groups |= {how: sorted(names, key=remoteness)} if names else {}
    start = [event.returned] if event.returned else []
    for most in range(MOST_NAMES, 0, -1):
        text = ", ".join(start + [f"{how} {some(names, most)}" for how, names in groups.items()])
        if len(text) <= longest:
            return text
    return ", ".join(start + [f"{how} {counted(names)}" for how, names in groups.items()])


def remoteness(name):
    """How little a name tells a reader: public names come first, then the names that `object` has too."""
    return 0 if not name.startswith("_") else 1 if name in SPECIAL_NAMES else 2


def counted(names):
    """How many names there are."""
    return "1 name" if len(names) == 1 else f"{len(names)} names"


def some(names, most):
    """Names, shortened if there are many."""
    rest = len(names) - most
    return ", ".join(names) if rest <= 1 else f"{', '.join(names[:most])} and {rest} more"


def listed(texts):
    """Texts in a row: `a, b and c`."""
    return " and ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))


def line_of(event, run):
    """The line of the statement that an event belongs to, or None."""
    if run.is_made_up:
        return None
    if event.role in ("metaclass", "body", "name"):
        return run.statement.lineno
    if isinstance(event.about, ast.expr):
        return event.about.lineno
    if event.role in ("set_name", "bind"):
        name = event.about[2] if event.role == "set_name" else event.about[0]
        return next((each.lineno for each in run.statement.body if name in names_bound_by(each)), None)
    return None


def names_bound_by(statement):
    """The names that a simple statement of a body binds."""
    match statement:
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
    return []


def decorator_text(node):
    """A decorator as it is written."""
    text = " ".join(ast.unparse(node).split())
    return "@" + (text if len(text) <= LONGEST_DECORATOR else text[: LONGEST_DECORATOR - 2] + " …")


def reading_of_statement(run, heir):
    """What is worth seeing in a class statement: where it fails, or what changed the class last. Its heir, an empty
    subclass, tells what runs again."""
    name = run.name
    if run.failed:
        return f"{failure(run.failed)}, so the class statement fails and `{name}` isn't bound."
    first, second = last_word(run), heritage(run, heir)
    return f"{first} {second}" if second and len(first) + len(second) < LONGEST_READING else first


def reading_of_subclass(run, base):
    """What is worth seeing in an empty subclass of a class."""
    if run.failed:
        return f"{failure(run.failed)}, so `{base}` can't have this subclass."
    hooks = [event.hook for event in run.events if event.is_hook]
    if hooks:
        return f"Each subclass of `{base}` runs {quoted(hooks)}, even an empty one."
    return f"A subclass of `{base}` runs no hook that is written in Python: `{made_by(run)}` makes it."


def failure(event):
    """Who raised what."""
    error = event.detail.partition(":")[0]
    match event.role:
        case "metaclass":
            return "No metaclass fits all the bases"
        case "body":
            return f"The body raises {error}"
        case "call" if not event.is_hook:
            return f"Calling {event.label} as the metaclass raises {error}"
        case "expressions" | "evaluated":
            return f"{error} is raised as {event.label}"
    return f"`{event.hook}` raises {error}"


def last_word(run):
    """What changed the class last."""
    last = max(run.events, key=lambda event: event.turn)
    if last.turn:
        return f"`{last.hook}` has the last word: it {deed(last, LONGEST_SAID_DEED)}."
    metaclass = run.watch.metaclass
    ran = [event.hook for event in run.events if event.is_hook or event.role == "decorate"]
    if ran:
        verb = "runs" if len(set(ran)) == 1 else "run"
        return f"{quoted(ran)} {verb}" + (f", but no name of `{run.name}` changes." if run.watch.is_watched else ".")
    if not is_a(metaclass, type):
        return f"The metaclass, {describe(metaclass)}, is no class: `{run.name}` is what it returns when it is called."
    return f"No hook written in Python runs: `{made_by(run)}` makes `{run.name}` from the names that its body binds."


def heritage(run, heir):
    """What an empty subclass of the class has run, if there is one."""
    if heir is None:
        return ""
    if heir.failed:
        return f"An empty subclass of `{run.name}` fails: {failure(heir.failed)}."
    hooks = [event.hook for event in heir.events if event.is_hook]
    decorated = bool(run.statement.decorator_list)
    if hooks:
        return f"A subclass runs {quoted(hooks)}" + (", but no decorator." if decorated else ".")
    return "A subclass doesn't run the decorators." if decorated else ""


def made_by(run):
    """The function that has made the class."""
    return next((event.hook for event in run.events if event.role == "make"), "the metaclass")


def quoted(texts):
    """Names in backticks, shortened if there are many."""
    texts = [f"`{text}`" for text in dict.fromkeys(texts)]
    rest = len(texts) - MOST_QUOTED
    return listed(texts if rest <= 0 else [*texts[: MOST_QUOTED - 1], f"{rest + 1} more hooks"])
