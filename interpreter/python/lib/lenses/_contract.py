"""What `isinstance(x, C)` and `issubclass(K, C)` ask, in the order in which Python asks it, and who says yes.

The rows are first the checks: the exact type, the metaclass's own check, the answers that an ABC keeps, its
`__subclasshook__`, the MRO, the registered classes, the subclasses, the members of a protocol. They are worked out one
by one in `_contract_checks.py`. Then Python is really asked, and a row compares. The last rows, of
`_contract_members.py`, are the abstract methods or members of `C`, about which Python asks little or nothing.

What an ABC of the library keeps about another class of the library depends on what has been run since Python was
started, so it is left aside. If `C` is a tuple or a union there is one row for each of its classes.
"""

import ast
from types import UnionType

from lenses._contract_checks import Verdict, kept_by, mark_of, newly_kept, of_instance, of_subclass
from lenses._contract_members import member_rows
from lenses._contract_parts import is_class, line, name_of, result_of
from lenses._picture import NoPicture, cut, grid

COLUMNS = ["asks", "says"]
CALLS = {"isinstance": (isinstance, of_instance), "issubclass": (issubclass, of_subclass)}
# Behind such an expression an attribute can be written. Others, and longer ones, are called `x`.
CLOSED = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)
LONGEST_SOURCE = 30
LONGEST_READING = 199


def look(subject, namespace):
    """The picture of a call of `isinstance` or `issubclass`."""
    name, parts = _parsed(subject)
    call, check = CALLS[name]
    if eval(name, namespace) is not call:
        raise NoPicture(f"Here `{name}` is not Python's own `{name}`.")
    thing, target = (eval(compile(ast.Expression(part), "<lens>", "eval"), namespace) for part in parts)
    source = ast.get_source_segment(subject.strip(), parts[0])
    label = source if type(parts[0]) in CLOSED and len(source) <= LONGEST_SOURCE else "x"
    classes = _classes_in(target)
    if classes is None:
        verdict, decider = check(thing, target, label), target
    else:
        verdict, decider = _several(check, thing, classes, label)
    before = kept_by(decider)
    really = result_of(call, thing, target)
    rows = [*verdict.rows, _really(really, verdict.answer)]
    by_class = name == "issubclass"
    rows += newly_kept(_asked_about(thing, by_class), decider, before)
    members, problems = [], []
    if is_class(decider) and (is_class(thing) or not by_class):
        members, problems = member_rows(thing, decider, by_class)
    return grid(_reading(name, verdict, really, problems), COLUMNS, rows + members)


def _parsed(subject):
    """The name of the function and its two arguments, as syntax."""
    try:
        tree = ast.parse(subject.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        tree = None
    match tree:
        case ast.Call(func=ast.Name(id=name), args=[first, second], keywords=[]) if name in CALLS:
            return name, (first, second)
    raise NoPicture("This picture is of a call of `isinstance` or `issubclass` with two arguments.")


def _classes_in(target):
    """The classes of a tuple or a union, in the order in which they are asked; None if it is neither."""
    if type(target) is UnionType:
        return list(target.__args__)
    if not issubclass(type(target), tuple):
        return None
    classes = []
    for part in tuple.__iter__(target):
        inner = _classes_in(part)
        classes += [part] if inner is None else inner
    return classes


def _several(check, thing, classes, label):
    """A verdict with a row for each class, until one says yes; and the class that has decided, or None."""
    rows, verdict, decider = [], Verdict(False, "none of the classes says yes", []), None
    for cls in classes:
        if verdict.answer:
            rows.append(line(name_of(cls), "", "not asked any more", "hidden"))
            continue
        asked = check(thing, cls, label)
        rows.append(line(name_of(cls), "does it say yes?", asked.why, mark_of(asked.answer)))
        if asked.answer:
            verdict, decider = asked, cls
    return verdict._replace(rows=rows), decider


def _asked_about(thing, by_class):
    """The classes about which an ABC may have been asked: for an object its type, and the class that it claims."""
    if by_class:
        return [thing]
    claim = result_of(lambda: thing.__class__).value
    return [type(thing)] if claim is type(thing) or not is_class(claim) else [claim, type(thing)]


def _really(really, predicted):
    """The row of what really happened, compared with what the checks have led to."""
    says = f"raises {really.raised}" if really.raised else str(really.value)
    if (really.raised or really.value) != predicted:
        return line("really", "", f"{says}, although the checks lead to {predicted}", "fails")
    return line("really", "", says, "fails" if really.raised else "yes" if really.value else "no")


def _reading(name, verdict, really, problems):
    says = f"raises {really.raised}" if really.raised else "says yes" if really.value else "says no"
    if (really.raised or really.value) != verdict.answer:
        return f"`{name}` {says}, although its checks, made one by one, lead to {verdict.answer}."
    although = f", although `{problems[0][0]}` {problems[0][1]}" if problems and verdict.answer is True else ""
    return cut(f"`{name}` {says}: {verdict.why}{although}", LONGEST_READING) + "."
