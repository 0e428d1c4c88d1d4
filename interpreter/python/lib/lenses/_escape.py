"""What can be reached from a scope or an object, and by which way: whether restricted globals restrict anything.

The subject is a call `eval(source, scope)` or `exec(source, scope)`, of which only the scope counts: the start is what
code in it may name, and the literal `()`. Or it is any other expression, and the start is its value. Behind ` -> ` a
target may stand. Else the targets are the builtins `open`, `__import__`, `eval` and `exec` and the modules `os` and
`sys`.

The walk goes breadth first along attributes and items that can be read without running any code of the reader's, so the
first way to a target is a shortest one; but subclasses that other Pythons need not have come last. Each way is then
really gone, a step at a time. The tree shows the ways: a target that is reached is marked "answers", one that is not
"nothing"; builtins that `eval` or `exec` has put into the scope are "new". Code can do more than read: it can call what
it has reached, and look at the frames of a generator that it runs itself.
"""

import ast
import builtins
import os
import sys
from collections import deque, namedtuple
from types import BuiltinFunctionType, FunctionType, ModuleType

from lenses._escape_walk import Step, Walker, is_ours
from lenses._objects import MISSING, entry, is_a, own_dict
from lenses._picture import NoPicture, cut, node, tree

# After so many objects the walk is given up.
MOST_OBJECTS = 20_000
LONGEST_READING = 199
CALLS = {"eval": eval, "exec": exec}
SCOPES = ("globals", "locals")
# Behind expressions of these kinds an attribute can be written without parentheses.
CLOSED = (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.List, ast.Dict, ast.Set)
BUILTINS = ("open", "__import__", "eval", "exec")
# The targets: what each is called, and the object.
TARGETS = [(f"the builtin `{name}`", vars(builtins)[name]) for name in BUILTINS]
TARGETS += [("the module `os`", os), ("the module `sys`", sys)]
# Objects that are everywhere, so that a way to them says nothing.
EVERYWHERE = {id(cls) for cls in (type(None), bool, int, float)}
# Objects from which nothing is looked for: their classes are reached by other ways.
LEAVES = {id(cls) for cls in (type(None), bool, int, float, complex, str, bytes)}

# Where the walk starts: its text, the text behind which the first step is written, its value, its first steps, whether
# it is a scope, and the name of the function that has put builtins into it, or an empty text.
Start = namedtuple("Start", "text before value steps is_scope inserted")
# An object on a way: the number of the one before, or None; the step to it; and how many came before.
Place = namedtuple("Place", "before step depth")

_name = type.__dict__["__name__"].__get__


def look(subject, namespace):
    """The picture of what can be reached from a scope or an object."""
    start, targets = _parsed(subject.strip(), namespace)
    places, found, is_complete = _walk(start, [target for _, target in targets])
    nodes = [node(0, start.text, "what the code may name" if start.is_scope else _what(start.value))]
    nodes += _drawn(places, found, targets, start)
    missing = [label for (label, _), number in zip(targets, found) if number is None]
    nodes += [node(1, label, "not reached", "absent") for label in missing]
    if not is_complete:
        nodes.append(node(1, "the walk", f"stopped after {MOST_OBJECTS:,} objects", "hidden"))
    return tree(cut(_reading(start, places, found, targets), LONGEST_READING) + ".", nodes)


# The subject.


def _parsed(text, namespace):
    """Where to start, and the targets."""
    expression, targets = text, TARGETS
    if _syntax(text) is None and "->" in text:
        expression, _, wanted = (part.strip() for part in text.rpartition("->"))
        target = eval(wanted, namespace) if _syntax(wanted) else MISSING
        if target is MISSING or id(type(target)) in EVERYWHERE:
            raise NoPicture("Behind `->` there must be an expression for an object that can be told from all others.")
        targets = [(f"`{wanted}`", target)]
    syntax = _syntax(expression)
    if syntax is None:
        raise NoPicture("This picture is of a call of `eval` or `exec`, or of another expression.")
    return _start(expression, syntax, namespace), targets


def _syntax(text):
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _start(expression, syntax, namespace):
    match syntax:
        case ast.Call(func=ast.Name(id=name), args=[_, *scopes], keywords=keywords) if name in CALLS:
            given = dict(zip(SCOPES, scopes)) | {keyword.arg: keyword.value for keyword in keywords}
            is_plain = set(given) <= set(SCOPES) and not any(type(each) is ast.Starred for each in syntax.args)
            if is_plain and eval(name, namespace) is CALLS[name]:
                return _scope(name, expression, given, namespace)
    value = eval(compile(expression, "<lens>", "eval"), namespace)
    before = expression if type(syntax) in CLOSED else f"({expression})"
    return Start(expression, before, value, Walker().steps_from(value), False, "")


def _scope(call, expression, given, namespace):
    """The start of code that is run by `eval` or `exec`: what it may name."""
    parts = [given.get("globals"), *(given[each] for each in SCOPES[1:] if each in given)]
    values = [part and eval(compile(ast.Expression(part), "<lens>", "eval"), namespace) for part in parts]
    # Python takes None, and what is not given, for the caller's own.
    scopes = [namespace if value is None else value for value in values]
    if not all(is_a(scope, dict) for scope in scopes):
        raise NoPicture(f"This picture needs dicts as the scopes that `{call}` is given.")
    texts = [
        "the namespace" if value is None else ast.get_source_segment(expression, part)
        for part, value in zip(parts, values)
    ]
    scope = dict.copy(scopes[0])
    is_inserted = "__builtins__" not in scope
    if is_inserted:
        # Python is really asked what it puts there.
        asked = {"__builtins__": namespace.get("__builtins__", builtins), "scope": scope}
        eval("eval('None', scope)", asked)
    found = scope["__builtins__"]
    # A name is looked for among the locals, the globals and then the builtins.
    spaces = [*scopes[1:], scope, found if is_a(found, dict) else own_dict(found) or {}]
    steps, known = [Step("()", ())], set()
    for space in spaces:
        names = {name for name in dict.keys(space) if type(name) is str and name.isidentifier()} - known
        known |= names
        named = [Step(name, dict.__getitem__(space, name)) for name in sorted(names)]
        steps += [step for step in named if not is_ours(step.value)]
    return Start(" and ".join(texts), "", scopes[0], steps, True, call if is_inserted else "")


# The walk.


def _walk(start, targets):
    """The places that were reached, the number of each target's place or None, and whether everything was looked at."""
    places, found = [Place(None, None, 0)], [0 if start.value is target else None for target in targets]
    # The objects themselves are kept, so that none of their ids is given to another.
    seen, wanted = {id(start.value): start.value}, {id(target) for target in targets}
    waiting, rare, walker = deque([(0, start.steps)]), deque(), Walker()
    while (waiting or rare) and None in found:
        number, steps = waiting.popleft() if waiting else rare.popleft()
        for step in steps:
            key = id(step.value)
            if key in seen or id(type(step.value)) in LEAVES and key not in wanted:
                continue
            if step.is_rare:
                rare.append((number, [step._replace(is_rare=False)]))
                continue
            if len(seen) == MOST_OBJECTS:
                return places, found, False
            seen[key] = step.value
            here = len(places)
            places.append(Place(number, step, places[number].depth + 1))
            waiting.append((here, walker.steps_from(step.value)))
            if key in wanted:
                found = [here if step.value is target else at for at, target in zip(found, targets)]
    return places, found, True


def _way_to(places, number):
    """The numbers of the places on the way to a place, without the start."""
    way = []
    while number:
        way.append(number)
        number = places[number].before
    return way[::-1]


def _first_failure(places, way, start):
    """Really go a way, a step at a time: the number of the place that is not reached so, or None."""
    value = start.value
    for number in way:
        step = places[number].step
        if start.is_scope and not places[number].before:
            # The code names it.
            value = step.value
            continue
        try:
            value = eval(step.expression or f"it{step.text}", {"it": value, "value": step.value})
        except Exception:
            return number
        if value is not step.value:
            return number
    return None


# The drawing and the sentence.


def _drawn(places, found, targets, start):
    """The nodes of the ways to all targets that are reached."""
    ways = [_way_to(places, number) for number in found if number is not None]
    failures = {_first_failure(places, way, start) for way in ways}
    labels = {number: label for number, (label, _) in zip(found, targets) if number is not None}
    order = _in_order(ways)
    inserted = node(1, "__builtins__", f"`{start.inserted}` puts it there: the scope has none", "new")
    at = {number for number in order if start.inserted and places[number].step.text == "__builtins__"}
    nodes = [inserted] if start.inserted and not at else []
    for number in order:
        step, depth = places[number].step, places[number].depth
        detail = labels.get(number, _what(step.value))
        mark = "fails" if number in failures else "answers" if number in labels else ""
        nodes.append(inserted if number in at else node(depth, step.text, detail, mark))
    return nodes


def _in_order(ways):
    """The numbers on the ways, each before those that follow on it, and what was reached earlier first."""
    return [way[-1] for way in sorted({tuple(way[:length]) for way in ways for length in range(1, len(way) + 1)})]


def _what(value):
    """A few words for an object that are the same in every interpreter."""
    if is_a(value, type):
        return f"the class `{_name(value)}`"
    if type(value) is ModuleType:
        name = entry(own_dict(value), "__name__")
        return f"the module `{name}`" if type(name) is str else "a module"
    if type(value) is FunctionType or type(value) is BuiltinFunctionType:
        return f"the function `{value.__name__}`"
    name = _name(type(value))
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} `{name}`"


def _reading(start, places, found, targets):
    """The sentence, without its full stop."""
    what = f"Code whose scope is `{start.text}`" if start.is_scope else f"From `{start.text}` one"
    if start.inserted:
        what = f"`{start.inserted}` puts builtins into `{start.text}`, so its code"
    reached = [(places[number].depth, at) for at, number in enumerate(found) if number is not None]
    if not reached:
        goal = targets[0][0] if len(targets) == 1 else f"any of the {len(targets)} targets"
        return f"No way from `{start.text}` to {goal} is found along what can be read without running code"
    depth, at = min(reached)
    text = "".join(places[each].step.text for each in _way_to(places, found[at]))
    way = "simply by its name" if start.is_scope and depth == 1 else f"by `{start.before}{text}`"
    label = targets[at][0]
    if len(targets) > 1:
        count = "all" if len(reached) == len(targets) else f"{len(reached)} of"
        label = f"{count} {len(targets)} targets, {label}"
    return f"{what} reaches {label} {way}"
