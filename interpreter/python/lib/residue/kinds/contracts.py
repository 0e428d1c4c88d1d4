"""Kinds for what decides how classes are taken: registrations with ABCs and the answers they keep, and generic
functions."""

import functools
import sys
import types
from abc import ABCMeta

from .._findings import NOTHING
from .._kind import (
    IS_GONE,
    THIS_CONTRACT,
    THIS_FUNCTION,
    Kind,
    is_another,
    no_program,
    of_end,
    of_generics,
    of_snapshot,
    of_variables,
)
from .._words import exact, is_class, is_own, mro, name_of, names_of, qualname, result_or_none, text

_abc = sys.modules.get("_abc") or __import__("_abc")


# Classes that are registered with ABCs.


def _contracts(row, snapshot, mark):
    # The token is another one after each registration, whoever's it is.
    token, earlier = _abc.get_cache_token(), snapshot.earlier
    if earlier is not None and earlier.contracts[0] == token:
        snapshot.contracts = earlier.contracts
    else:
        snapshot.contracts = token, list(_registered(snapshot))
    for target, cls in snapshot.contracts[1]:
        row(target, id(cls), "registered")


def _registered(snapshot):
    """(target, class) of the registrations in which a class of a cell has a part."""
    for owner, _, _, _ in list(snapshot.spaces.values()):
        if not issubclass(type(owner), ABCMeta):
            continue
        registry = result_or_none(_abc._get_dump, owner)
        for reference in registry[0] if registry else ():
            cls = reference()
            if cls is not None and (is_own(cls) or is_own(owner)):
                yield f"{qualname(owner)}: {qualname(cls)}", cls


ABC = Kind(
    "abc",
    probes=(of_snapshot(_contracts),),
    added="{target} is registered",
    removed=IS_GONE,
    changed=is_another,
    scope=THIS_CONTRACT,
    undo=no_program,
    permanent="An ABC has no way to forget a registered class.",
)


# Answers that ABCs have kept and that are no longer true.


def _stale(first, last):
    """Each answer that is kept and wrong, and of which the first fingerprint did not have both classes as they are now.

    Asks `__subclasshook__`, which may be the reader's: at the end of a film, in a fork, and nowhere else."""
    for owner, _, _, _ in list(last.spaces.values()):
        if not issubclass(type(owner), ABCMeta):
            continue
        try:
            _, right, wrong, version = _abc._get_dump(owner)
        except Exception:
            continue
        is_current = version >= _abc.get_cache_token()
        for kept, answer in (right, True), (wrong, False):
            if answer is False and not is_current:
                continue
            for reference in list(kept):
                cls = reference()
                if (
                    cls is None
                    or not (is_own(cls) or is_own(owner))
                    or _is_same(cls, first, last)
                    and _is_same(owner, first, last)
                ):
                    continue
                try:
                    now = bool(_is_subclass(cls, owner, set()))
                except Exception:
                    continue
                if now is not answer:
                    words = "kept: is one" if answer else "kept: is none"
                    yield f"{qualname(owner)}: {qualname(cls)}", NOTHING, (answer, words)


def _is_same(cls, first, last):
    old, new = first.spaces.get(id(cls)), last.spaces.get(id(cls))
    return old is not None and new is not None and old[3] == new[3]


def _is_subclass(cls, owner, asked):
    """`issubclass(cls, owner)` from nothing: without reading or writing what the ABCs have kept. `asked` has the
    ids of the owners that have been asked already."""
    if id(owner) in asked:
        return False
    asked.add(id(owner))
    hook = type.__getattribute__(owner, "__subclasshook__")(cls)
    if hook is not NotImplemented:
        return hook
    if _is_below(cls, owner):
        return True
    try:
        registry = _abc._get_dump(owner)[0]
    except Exception:
        return False
    below = [reference() for reference in registry] + type.__subclasses__(owner)
    return any(_is_below(cls, each) or _is_subclass(cls, each, asked) for each in below if each is not None)


def _is_below(cls, owner):
    return any(each is owner for each in mro(cls))


VERDICT = Kind(
    "verdict",
    probes=(of_end(_stale),),
    added="the answer kept for {target} is out of date ({after})",
    removed=IS_GONE,
    changed=is_another,
    scope=THIS_CONTRACT,
    undo=no_program,
    permanent="The answer was given and kept; whoever has asked may have acted on it.",
)


# Implementations of generic functions.

_Function, _Method = types.FunctionType, functools.singledispatchmethod
_name = type.__dict__["__name__"].__get__


def is_generic(value):
    """Whether `functools.singledispatch` has made it."""
    return type(value) is _Function and type(dict.get(value.__dict__, "registry")) is types.MappingProxyType


def _implementations(row, generic):
    # The mapping that everybody sees may be one of the reader's; the dict behind it is what `register` writes.
    register = dict.get(generic.__dict__, "register")
    cells = dict(zip(register.__code__.co_freevars, register.__closure__ or ())) if type(register) is _Function else {}
    registry = cells["registry"].cell_contents if "registry" in cells else None
    if type(registry) is not dict:
        # It only looks like a generic function.
        return
    for cls, function in list(registry.items()):
        name = exact(_name(cls)) if is_class(cls) else text(cls)
        row(f"{name_of(generic)}: {name}", id(function), text(function), id(generic))


def _of_a_variable(row, name, value, main, snapshot):
    generic = value if type(value) is _Function else names_of(value).get("dispatcher")
    if is_generic(generic):
        _implementations(row, generic)
        snapshot.held.add(id(generic))


DISPATCH = Kind(
    "dispatch",
    probes=(
        of_variables(_of_a_variable, types=(_Function, _Method), in_classes=(_Method,)),
        of_generics(_implementations),
    ),
    added="a generic function has one implementation more: {target}",
    removed="{target} is gone",
    changed=is_another,
    scope=THIS_FUNCTION,
    undo=no_program,
    permanent="A generic function has no way to forget an implementation.",
    from_beginning=True,
)

KINDS = ABC, VERDICT, DISPATCH
