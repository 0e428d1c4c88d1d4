"""What belongs to a class statement, found by looking: the code behind a hook, the names of a class, the metaclass."""

from functools import partial
from types import FunctionType, MemberDescriptorType, MethodType

from lenses._objects import MISSING, class_dict, class_name, describe, entry, find, is_a, mro_of, own_dict

# Python puts these names into a class on its own, so no hook is the reason if they come or go.
HOUSEKEEPING = {
    "__module__",
    "__qualname__",
    "__firstlineno__",
    "__static_attributes__",
    "__classcell__",
    "__classdictcell__",
    "__annotate__",
    "__annotate_func__",
    "__annotations__",
    "__annotations_cache__",
    "__conditional_annotations__",
    "__type_params__",
    "__orig_bases__",
    "__parameters__",
    "__dict__",
    "__weakref__",
}
# `type.__new__` wraps these functions, and gives a class these names as None.
WRAPPED = {"__new__": staticmethod, "__init_subclass__": classmethod, "__class_getitem__": classmethod}
DEFAULTS = ("__doc__", "__hash__")
# How many wrappers are looked through for the function inside.
MOST_WRAPPERS = 5
MOST_FRAMES = 200
# The flags of a code object that has `*arguments`, and of one that has `**keywords`.
HAS_MORE_ARGUMENTS, HAS_MORE_KEYWORDS = 4, 8


def code_behind(held):
    """The code of the Python function within a hook: a method, `classmethod`, `staticmethod`, `partial`; else None."""
    for _ in range(MOST_WRAPPERS):
        kind = type(held)
        if kind is FunctionType:
            return held.__code__
        if kind in (classmethod, staticmethod, MethodType):
            held = held.__func__
        elif kind is partial:
            held = held.func
    return None


def name_of_callable(value):
    """The name of a function or a class, or else a description."""
    if is_a(value, type):
        return class_name(value)
    return value.__name__ if type(value) is FunctionType else describe(value)


def find_after(cls, name):
    """The first class of an MRO after the class itself that holds a name, and what it holds."""
    for owner in mro_of(cls)[1:]:
        held = entry(class_dict(owner), name)
        if held is not MISSING:
            return owner, held
    return None, MISSING


def set_name_hook(given, code):
    """The role, label and code of a `__set_name__`, if a call with these arguments is one; else an empty role."""
    if len(given) == 3 and type(given[2]) is str:
        owner, held = find(type(given[0]), "__set_name__")
        if owner is not None and code_behind(held) is code:
            return "set_name", f"{class_name(owner)}.__set_name__", code
    return "", "", None


def entries_hook(base):
    """The label and the code of the `__mro_entries__` of a base that is no class; the code is None if it's built in."""
    own = code_behind(own_names(base).get("__mro_entries__"))
    if own:
        return f"{name_of_callable(base)}.__mro_entries__", own
    owner, held = find(type(base), "__mro_entries__")
    return f"{class_name(type(base) if owner is None else owner)}.__mro_entries__", code_behind(held)


def derived_metaclass(named, bases):
    """The metaclass of a statement: the most derived of the one that it names and those of its bases. None if they are
    in conflict."""
    winner = named if named is not MISSING else type(bases[0]) if bases else type
    if is_a(winner, type):
        for kind in map(type, bases):
            if any(each is winner for each in mro_of(kind)):
                winner = kind
            elif all(each is not kind for each in mro_of(winner)):
                return None
    return winner


def names_in(thing):
    """The names in a class or a namespace, and what they hold, without what Python puts there on its own. None if it is
    neither a class nor a dict."""
    if is_a(thing, type):
        items = class_dict(thing).items()
    elif is_a(thing, dict):
        items = dict.items(thing)
    else:
        return None
    return {name: inside(name, value) for name, value in items if is_of_interest(name, value)}


def is_of_interest(name, value):
    """Whether somebody has put a name into a class: neither Python itself nor `ABCMeta` for its own use."""
    if type(name) is not str or name in HOUSEKEEPING or name.startswith("_abc_"):
        return False
    return not (value is None and name in DEFAULTS)


def inside(name, value):
    """A value without the wrapper that `type.__new__` puts around it."""
    return value.__func__ if name in WRAPPED and type(value) is WRAPPED[name] else value


def differences(before, after):
    """For each name that differs whether it was added, replaced or removed, without what `__slots__` adds."""
    changes = {name: "replaces" for name in after if name in before and after[name] is not before[name]}
    changes |= {name: "adds" for name in after if name not in before and type(after[name]) is not MemberDescriptorType}
    return changes | {name: "removes" for name in before if name not in after}


def merged(earlier, later):
    """Changes of names that come from two sets of changes, one after the other."""
    together = {("adds", "replaces"): "adds", ("adds", "removes"): "", ("removes", "adds"): "replaces"}
    changes = earlier | {name: together.get((earlier.get(name), how), how) for name, how in later.items()}
    return {name: how for name, how in changes.items() if how}


def own_names(value):
    """The entries of an object's own `__dict__`."""
    held = own_dict(value)
    return {} if held is None else dict(dict.items(held))


def positional(frame):
    """The arguments that a function was called with by position."""
    code, held = frame.f_code, frame.f_locals
    given = [held.get(name) for name in code.co_varnames[: code.co_argcount]]
    if code.co_flags & HAS_MORE_ARGUMENTS:
        given += held.get(code.co_varnames[code.co_argcount + code.co_kwonlyargcount], ())
    return given


def passed_keywords(frame, keywords):
    """The keywords of the statement that a hook got in parameters of their names, and what its `**` parameter holds."""
    code, held = frame.f_code, frame.f_locals
    count = code.co_argcount + code.co_kwonlyargcount
    named = [name for name in code.co_varnames[:count] if name in keywords]
    passed = [(name, held[name]) for name in named if held.get(name) is keywords[name]]
    if code.co_flags & HAS_MORE_KEYWORDS:
        rest = code.co_varnames[count + bool(code.co_flags & HAS_MORE_ARGUMENTS)]
        passed += [(word, value) for word, value in held.get(rest, {}).items() if type(word) is str]
    return passed


def namespace_text(space):
    """What `__prepare__` gives."""
    if type(space) is not dict:
        return f"gives {describe(space)}"
    return f"gives a dict with {', '.join(map(describe, space))}" if space else "gives an empty dict"


def codes_of(error):
    """The code objects through which an exception passed, the innermost first."""
    codes = []
    traceback = error.__traceback__
    while traceback is not None and len(codes) < MOST_FRAMES:
        codes.insert(0, traceback.tb_frame.f_code)
        traceback = traceback.tb_next
    return codes


def error_text(error):
    """The class and the message of an exception."""
    try:
        message = str(error)
    except Exception:
        message = ""
    return f"{class_name(type(error))}: {message}" if message else class_name(type(error))
