"""The members of a contract: what `isinstance` does not ask.

For each abstract method of an ABC and each member of a protocol: where an object or a class has it, whether it can be
called, and whether it takes the arguments that the contract names. Arguments are compared for Python functions only.
"""

from collections import namedtuple
from types import FunctionType

from lenses._contract_parts import line, one_of, plain_name, protocol_members, result_of
from lenses._objects import MISSING, entry, find, own_dict

# Which arguments a function takes: how many at least and at most, which by keyword, which by keyword only and with no
# default; and its text. `most` and `keywords` are None if there is no limit.
Shape = namedtuple("Shape", "least most keywords needed text")
# Bits of a code object's flags: it has a parameter with one star, with two.
STAR, STARS = 4, 8

_abstract = type.__dict__["__abstractmethods__"].__get__


def member_rows(thing, cls, by_class):
    """A row for each member that `cls` asks for; and the problems, as (name, what is wrong). `thing` is a class if
    `by_class`."""
    abstract = result_of(_abstract, cls).value or ()
    rows, problems = [], []
    for name in sorted({*(name for name in abstract if type(name) is str), *protocol_members(cls)}):
        _, promised = find(cls, name)
        shape = _shape(promised)
        says, mark, problem = _kept_promise(thing, name, promised, by_class)
        asks = f"method `{name}{shape.text if shape else '()'}`" if _is_method(promised) else "attribute"
        rows.append(line(f"`{name}`", asks, says, mark))
        if problem:
            problems.append((name, problem))
    return rows, problems


def found(thing, name, by_class):
    """Where a name is found without calling anything: (class, value), (None, value) for the object's own, or None."""
    owner, value = find(thing if by_class else type(thing), name)
    is_data = owner is not None and find(type(value), "__set__")[0] is not None
    own = None if by_class or is_data else own_dict(thing)
    if own is not None and entry(own, name) is not MISSING:
        return None, entry(own, name)
    return None if owner is None else (owner, value)


def _kept_promise(thing, name, promised, by_class):
    """What there is under a member's name: a text, a mark, and what is wrong with it."""
    there = found(thing, name, by_class)
    if there is None:
        return _missing(thing, name, by_class)
    owner, value = there
    where = f"`{plain_name(owner)}.{name}`" if owner else f"the object's own `{name}`"
    if value is None:
        return f"{where} is `None`", "no", "is `None`"
    if value is promised and result_of(lambda: value.__isabstractmethod__).value is True:
        return f"{where} is still abstract", "no", "is still abstract"
    if not _is_method(promised):
        return where, "yes", ""
    wanted, shape = _shape(promised), _shape(value, owner is not None)
    if shape:
        fits = wanted is None or _fits(wanted, shape)
        says = f"{where[:-1]}{shape.text}` {'fits' if fits else 'does not fit'}"
        return says, "yes" if fits else "fails", "" if fits else "takes other arguments"
    return _called(thing, name, where, value, by_class)


def _missing(thing, name, by_class):
    if not by_class and find(type(thing), "__getattr__")[0] and not result_of(getattr, thing, name).raised:
        return "missing; `__getattr__` gives one", "asked", ""
    return "missing", "absent", "is missing"


def _called(thing, name, where, value, by_class):
    """What can be said of a method that is no Python function."""
    if by_class:
        if callable(value):
            return f"{where} can be called", "yes", ""
        return f"{where} is {one_of(type(value))}", "asked", ""
    reading = result_of(getattr, thing, name)
    if reading.raised:
        return f"reading {where} raises {reading.raised}", "fails", "can't be read"
    if callable(reading.value):
        return f"{where} can be called", "yes", ""
    return f"{where} gives {one_of(type(reading.value))}, no method", "fails", "can't be called"


def _is_method(promised):
    return _is_unbound(promised) or promised is not MISSING and callable(promised)


def _is_unbound(value):
    return type(value) is staticmethod or type(value) is classmethod


def _shape(value, is_method=True):
    """Which arguments a Python function takes from its caller; None for anything else."""
    skipped = 1 if is_method and type(value) is not staticmethod else 0
    function = value.__func__ if _is_unbound(value) else value
    if type(function) is not FunctionType:
        return None
    code, preset = function.__code__, function.__kwdefaults__ or {}
    count = code.co_argcount
    required = count - len(function.__defaults__ or ())
    positional, only = code.co_varnames[:count], code.co_varnames[count : count + code.co_kwonlyargcount]
    rest = list(code.co_varnames[count + len(only) :])
    several = f"*{rest.pop(0)}" if code.co_flags & STAR else ""
    mapping = f"**{rest.pop(0)}" if code.co_flags & STARS else ""
    words = [name if at < required else f"{name}=…" for at, name in enumerate(positional)][skipped:]
    words += [several or "*"] if several or only else []
    words += [f"{name}=…" if name in preset else name for name in only] + [mapping] * bool(mapping)
    return Shape(
        least=max(required - skipped, 0),
        most=None if several else max(count - skipped, 0),
        keywords=None if mapping else {*positional[skipped:], *only},
        needed={name for name in only if name not in preset},
        text=f"({', '.join(words)})",
    )


def _fits(wanted, shape):
    """Whether what may be called as `wanted` says can be called so: as many arguments, and the same keywords."""
    if shape.least > wanted.least or not shape.needed <= wanted.needed:
        return False
    if shape.most is not None and wanted.most is not None and shape.most < wanted.most:
        return False
    return shape.keywords is None or wanted.needed <= shape.keywords
