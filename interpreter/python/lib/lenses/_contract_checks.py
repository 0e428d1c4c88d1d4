"""The checks of `isinstance` and `issubclass`, one after another as Python makes them, for one class.

`of_instance` and `of_subclass` work them out from what the classes show, and call what is the reader's own, as Python
would: a metaclass's check, a `__subclasshook__`. They never ask for the whole, so that the lens can compare.
"""

import sys
from _abc import _get_dump
from abc import ABCMeta, get_cache_token
from collections import namedtuple
from typing import Protocol, _proto_hook

from lenses._contract_members import found
from lenses._contract_parts import is_below, is_class, line, name_of, one_of, plain_name, protocol_members, result_of
from lenses._objects import MISSING, class_dict, entry, find, mro_of

# What a class says: True, False or the name of an exception's class; why, as a part of a sentence; and the rows.
Verdict = namedtuple("Verdict", "answer why rows")
# What an ABC keeps: weak references to the registered classes, to those it has said yes to, to those it has said no to;
# and whether the noes are in force.
Kept = namedtuple("Kept", "registered yes no is_in_force")
# ABCs have subclasses that have subclasses, and so on: they are asked down to this depth.
DEEPEST = 20

INSTANCE, SUBCLASS = "__instancecheck__", "__subclasscheck__"
PROTOCOL_META = type(Protocol)
# Whose each check is, if it is one of Python's own: as they are when this file is imported.
OWN_CHECKS = {
    id(vars(metaclass)[check]): metaclass
    for metaclass in (type, ABCMeta, PROTOCOL_META)
    for check in (INSTANCE, SUBCLASS)
}

_subclasses = type.__dict__["__subclasses__"]


def of_instance(thing, cls, label):
    """What `isinstance(thing, cls)` asks. `label` is what the thing is called."""
    owner, check = find(type(cls), INSTANCE)
    if not is_class(cls):
        return _by_check(thing, cls, label, INSTANCE)
    asks = f"is `type({label})` {name_of(cls)} itself?"
    if type(thing) is not cls:
        another = "another " if plain_name(type(thing)) == plain_name(cls) else ""
        first = line("exact type", asks, f"no, it is {another}{name_of(type(thing))}", "no")
        return _after([first], _by_check(thing, cls, label, INSTANCE))
    rows, why = [line("exact type", asks, "yes", "answers")], f"`type({label})` is {name_of(cls)} itself"
    if id(check) not in OWN_CHECKS:
        unasked = f"`{plain_name(owner)}.{INSTANCE}`"
        rows.append(line(unasked, "", "not asked", "hidden"))
        why += f", so {unasked} is not asked"
    return Verdict(True, why, rows)


def of_subclass(kind, cls, label=""):
    """What `issubclass(kind, cls)` asks."""
    return _by_check(kind, cls, label, SUBCLASS)


def mark_of(answer):
    return {True: "answers", False: "no"}.get(answer, "fails")


def kept_by(cls):
    """What an ABC keeps; None for what is no ABC."""
    if not is_class(cls) or not is_below(type(cls), ABCMeta):
        return None
    dump = result_of(_get_dump, cls)
    return None if dump.raised else Kept(*dump.value[:3], dump.value[3] == get_cache_token())


def newly_kept(kinds, cls, before):
    """A row for each answer that an ABC keeps from now on. `before` is what it kept before it was asked."""
    after, rows, asks = kept_by(cls), [], "which answer is kept from now on?"
    for kind in kinds if before and after else ():
        new_yes = _holds(after.yes, kind) and not _holds(before.yes, kind)
        new_no = _holds(after.no, kind) and not (_holds(before.no, kind) and before.is_in_force)
        words = [] if _are_library(kind, cls) else ["yes"] * new_yes + ["no"] * new_no
        rows += [line(f"kept {word}", asks, f"{word} to {name_of(kind)}", "new") for word in words]
    return rows


def _after(rows, verdict):
    return verdict._replace(rows=[*rows, *verdict.rows])


def _failed(head, asks, says, exception, why):
    return Verdict(exception, why, [line(head, asks, says, "fails")])


# The check of the metaclass.


def _by_check(thing, cls, label, name, metaclass=None):
    """What the check says that the metaclass of `cls` has or inherits."""
    owner, check = find(metaclass or type(cls), name)
    if owner is None:
        says = f"no, {one_of(type(cls))}"
        why = "the second argument is no class"
        return _failed("second argument", "is it a class, a tuple or a union?", says, "TypeError", why)
    own = OWN_CHECKS.get(id(check))
    if own is None:
        return _by_own_check(thing, cls, label, name)
    by_class = name == SUBCLASS
    if own is type or cls is Protocol:
        verdict = _plain_subclass(thing, cls) if by_class else _plain_instance(thing, cls, label)
    elif own is ABCMeta:
        verdict = _abc_subclass(thing, cls) if by_class else _abc_instance(thing, cls, label)
    else:
        verdict = _protocol(thing, cls, label, by_class)
    if type(cls) is type:
        return verdict
    says = f"`{plain_name(own)}.{name}`"
    return _after([line(f"metaclass {name_of(type(cls))}", "whose check does it have?", says, "asked")], verdict)


def _by_own_check(thing, cls, label, name):
    """What a check says that is none of Python's own; and what Python's own would say."""
    owner, check = find(type(cls), name)
    head, asks = f"`{plain_name(owner)}.{name}`", "what does it return?"
    bind = getattr(type(check), "__get__", None)
    result = result_of(lambda: (bind(check, cls, type(cls)) if bind else check)(thing))
    if result.raised:
        return _failed(head, asks, f"it raises {result.raised}", result.raised, f"{head} raises {result.raised}")
    truth = result_of(bool, result.value)
    answer = truth.raised or truth.value
    says = f"`{answer}`" if type(result.value) is bool else f"{one_of(type(result.value))}, taken for {answer}"
    rows = [line(head, asks, says, mark_of(answer))]
    known = next((each for each in (PROTOCOL_META, ABCMeta, type) if is_below(type(cls), each)), None)
    if known:
        instead = _by_check(thing, cls, label, name, known)
        rows.append(line("without it", f"what would {name_of(known)} say?", _said(instead.answer), "hidden"))
    return Verdict(answer, f"{head} returns {says}", rows)


def _said(answer):
    return {True: "yes", False: "no"}.get(answer, f"it would raise {answer}")


# type's own checks.


def _plain_instance(thing, cls, label):
    """What `type.__instancecheck__` does: the true type is asked, and then the class that the object claims."""
    verdict = _in_bases(type(thing), cls)
    if verdict.answer:
        return verdict
    claim, refused = _claim(thing, label)
    if refused and refused.answer != "AttributeError":
        return _after(verdict.rows, refused)
    head, asks = f"`{label}.__class__`", "which class does it claim?"
    if refused or claim is type(thing) or not is_class(claim):
        says = "none" if refused else f"{name_of(claim)}, its type" if claim is type(thing) else "no class at all"
        return verdict._replace(rows=[*verdict.rows, line(head, asks, says, "no")])
    if not is_below(claim, cls):
        return verdict._replace(rows=[*verdict.rows, line(head, asks, f"{name_of(claim)}, not below it either", "no")])
    why = f"{head} claims {name_of(claim)}, although the type is {name_of(type(thing))}"
    return Verdict(True, why, [*verdict.rows, line(head, asks, f"{name_of(claim)}, and is believed", "answers")])


def _claim(thing, label):
    """The `__class__` of an object, and None; or None, and the verdict if reading it raises."""
    result = result_of(lambda: thing.__class__)
    if not result.raised:
        return result.value, None
    head, asks = f"`{label}.__class__`", "which class does it claim?"
    why = f"reading {head} raises {result.raised}"
    return None, _failed(head, asks, f"reading it raises {result.raised}", result.raised, why)


def _in_bases(kind, cls):
    """Whether `cls` is a real base: a verdict with the row of the MRO."""
    inside = is_below(kind, cls)
    asks = f"is {name_of(cls)} in the MRO of {name_of(kind)}?"
    why = f"{name_of(cls)} is {'' if inside else 'not '}in the MRO of {name_of(kind)}"
    if inside or not any(plain_name(each) == plain_name(cls) for each in mro_of(kind)):
        return Verdict(inside, why, [line("MRO", asks, "yes" if inside else "no", mark_of(inside))])
    why = f"the MRO of {name_of(kind)} has another class that is called {name_of(cls)}, not this one"
    return Verdict(False, why, [line("MRO", asks, "no, but another class of that name", "no")])


def _plain_subclass(kind, cls):
    """What `type.__subclasscheck__` does."""
    return _in_bases(kind, cls) if is_class(kind) else _no_class(kind)


def _no_class(kind):
    says = f"no, {one_of(type(kind))}"
    return _failed("first argument", "is it a class?", says, "TypeError", "the first argument is no class")


# The checks of ABCs.


def _abc_instance(thing, cls, label):
    """What `ABCMeta.__instancecheck__` does: it asks about the class that the object claims, then about its type."""
    claim, refused = _claim(thing, label)
    if refused:
        return refused
    verdict = _abc_by_metaclass(claim, cls)
    if claim is type(thing):
        return verdict
    says = f"{name_of(claim) if is_class(claim) else 'no class at all'}, so that is asked about first"
    verdict = _after([line(f"`{label}.__class__`", "which class does it claim?", says, "asked")], verdict)
    if verdict.answer:
        return verdict
    says = f"{name_of(type(thing))}, so that is asked about as well"
    second = line(f"`type({label})`", "which class is it really?", says, "asked")
    return _after([*verdict.rows, second], _abc_by_metaclass(type(thing), cls))


def _abc_by_metaclass(kind, cls):
    """What `cls.__subclasscheck__` says: a metaclass may have replaced this check and not the other."""
    if id(find(type(cls), SUBCLASS)[1]) in OWN_CHECKS:
        return _abc_subclass(kind, cls)
    _, answer, why = _by_memory(kind, cls)
    return Verdict(answer, why, []) if answer else _by_own_check(kind, cls, "", SUBCLASS)


def _abc_subclass(kind, cls, asked=(), is_afresh=False):
    """What `ABCMeta.__subclasscheck__` does. `asked` are the ABCs in the course of whose checks this one is asked."""
    if not is_class(kind):
        return _no_class(kind)
    rows = []
    if not is_afresh:
        rows, answer, why = _by_memory(kind, cls)
        if answer is not None:
            afresh = _abc_subclass(kind, cls, asked, is_afresh=True)
            says = f"{_said(afresh.answer)}: {afresh.why}"
            mark = "hidden" if afresh.answer is answer else "fails"
            return Verdict(answer, why, [*rows, line("asked afresh", "what would it say now?", says, mark)])
    for step in _by_hook, _by_bases, _by_registered, _by_subclasses:
        more, verdict = step(kind, cls, (*asked, cls))
        rows += more
        if verdict:
            return verdict._replace(rows=rows)
    why = f"{name_of(kind)} neither inherits from {name_of(cls)} nor is registered with it"
    return Verdict(False, why, rows)


def _by_memory(kind, cls):
    """The rows of the kept answers, and the answer and the reason if one of them is in force."""
    kept = kept_by(cls)
    if kept is None or _are_library(kind, cls):
        return [line("kept answers", "has it answered before?", "left aside: the library may have asked", "")], None, ""
    asks = [f"has it said {word} to {name_of(kind)} before?" for word in ("yes", "no")]
    why = f"{name_of(cls)} has said %s to {name_of(kind)} before, and keeps the answer"
    if _holds(kept.yes, kind):
        return [line("kept yes", asks[0], "yes", "answers")], True, why % "yes"
    rows = [line("kept yes", asks[0], "no", "no")]
    if not _holds(kept.no, kind):
        return [*rows, line("kept no", asks[1], "no", "no")], None, ""
    if not kept.is_in_force:
        return [*rows, line("kept no", asks[1], "yes, but a class was registered since", "hidden")], None, ""
    return [*rows, line("kept no", asks[1], "yes, and no class was registered since", "answers")], False, why % "no"


def _by_hook(kind, cls, asked):
    """The row of `__subclasshook__`, and a verdict if it decides."""
    owner, _ = find(cls, "__subclasshook__")
    head, asks = f"`{plain_name(owner)}.__subclasshook__`", f"what does it return for {name_of(kind)}?"
    result = result_of(lambda: cls.__subclasshook__(kind))
    if result.value is NotImplemented:
        return [line(head, asks, "`NotImplemented`", "asked")], None
    if result.value is True or result.value is False:
        why = f"{head} returns `{result.value}` for {name_of(kind)}"
        return [line(head, asks, f"`{result.value}`", mark_of(result.value))], Verdict(result.value, why, [])
    says = f"it raises {result.raised}" if result.raised else f"{one_of(type(result.value))}, which it must not"
    why = f"{head} raises {result.raised}" if result.raised else f"{head} returns {says}"
    return [line(head, asks, says, "fails")], Verdict(result.raised or "AssertionError", why, [])


def _by_bases(kind, cls, asked):
    verdict = _in_bases(kind, cls)
    return verdict.rows, verdict if verdict.answer else None


def _by_registered(kind, cls, asked):
    """The row of the registered classes, and a verdict if one of them decides. An ABC has no order of them."""
    kept = kept_by(cls)
    registered = [each for each in (reference() for reference in kept.registered) if each is not None] if kept else []
    registered.sort(key=lambda each: (each is not kind, plain_name(each)))
    other, verdict = _first_to_decide(kind, registered, asked)
    asks = f"is {name_of(kind)} one, or below one?"
    if verdict is None:
        return [line("registered", asks, _none_of(registered), "no")], None
    if type(verdict.answer) is str:
        says = why = f"{name_of(other)}: {verdict.why}"
    else:
        says = f"{name_of(other)} itself" if other is kind else f"below {name_of(other)}"
        through = "" if other is kind else f" through {name_of(other)}"
        why = f"{name_of(kind)} is registered with {name_of(cls)}{through}"
    return [line("registered", asks, says, mark_of(verdict.answer))], Verdict(verdict.answer, why, [])


def _by_subclasses(kind, cls, asked):
    """The row of the subclasses, and a verdict if one of them decides."""
    subclasses = _subclasses(cls)
    other, verdict = _first_to_decide(kind, subclasses, asked)
    asks = f"does one of them take {name_of(kind)}?"
    if verdict is None:
        return [line("subclasses", asks, _none_of(subclasses), "no")], None
    why = f"{name_of(other)} is a subclass of {name_of(cls)}, and {verdict.why}"
    says = f"{name_of(other)}: {verdict.why}"
    return [line("subclasses", asks, says, mark_of(verdict.answer))], Verdict(verdict.answer, why, [])


def _first_to_decide(kind, others, asked):
    """The first of the others that says yes or raises, and its verdict. None for both if there is none."""
    if len(asked) > DEEPEST:
        return None, None
    for other in others:
        if any(other is each for each in asked):
            continue
        own = OWN_CHECKS.get(id(find(type(other), SUBCLASS)[1]))
        # In the course of an ABC's check a protocol answers as an ABC, whether or not it may be asked at run time.
        is_abc = own is ABCMeta or own is PROTOCOL_META
        verdict = _abc_subclass(kind, other, asked) if is_abc else of_subclass(kind, other)
        if verdict.answer:
            return other, verdict
    return None, None


def _none_of(others):
    """Words for classes none of which says yes. Which subclasses the library has depends on what is imported."""
    own = [name_of(other) for other in others if not _are_library(other)]
    if not others:
        return "there is none"
    return f"none: {', '.join(own)}" if own else "none of the library's"


def _holds(references, kind):
    return any(reference() is kind for reference in references)


def _are_library(*classes):
    """Whether all of some classes are the library's own."""
    modules = [class_dict(cls).get("__module__", "builtins") for cls in classes if is_class(cls)]
    return all(type(module) is str and module.partition(".")[0] in sys.stdlib_module_names for module in modules)


# The check of protocols.


def _protocol(thing, cls, label, by_class):
    """What the metaclass of `typing.Protocol` does."""
    if find(cls, "_is_protocol")[1] is not True:
        says = f"no, {name_of(cls)} is a subclass of one"
        verdict = _abc_subclass(thing, cls) if by_class else _abc_instance(thing, cls, label)
        return _after([line("protocol", "is it a protocol?", says, "no")], verdict)
    asks = "may it be asked at run time?"
    if find(cls, "_is_runtime_protocol")[1] is not True:
        return _failed("`@runtime_checkable`", asks, "no", "TypeError", f"{name_of(cls)} is not `@runtime_checkable`")
    first = line("`@runtime_checkable`", asks, "yes", "yes")
    data = find(cls, "__non_callable_proto_members__")[1]
    data = () if data is MISSING else data
    if not by_class:
        return _after([first], _protocol_instance(thing, cls, label, data))
    if data and entry(class_dict(cls), "__subclasshook__") is _proto_hook:
        says = "yes: " + ", ".join(f"`{name}`" for name in sorted(data))
        why = f"{name_of(cls)} has members that are no methods, which only an instance can show"
        return _after([first], _failed("members", "are there some that are no methods?", says, "TypeError", why))
    return _after([first], _abc_subclass(thing, cls))


def _protocol_instance(thing, cls, label, data):
    """What is asked of an instance: its class as an ABC asks, and then itself for each member."""
    verdict = _abc_instance(thing, cls, label)
    if verdict.answer:
        return verdict
    there = {name: found(thing, name, False) for name in protocol_members(cls)}
    lacking = [name for name, at in there.items() if at is None or at[1] is None and name not in data]
    says = "no, not " + ", ".join(f"`{name}`" for name in lacking) if lacking else "yes"
    last = line("members", f"does `{label}` itself have them all?", says, "no" if lacking else "answers")
    why = f"`{label}` lacks `{lacking[0]}`" if lacking else f"`{label}` itself has every member of {name_of(cls)}"
    return Verdict(not lacking, why, [*verdict.rows, last])
