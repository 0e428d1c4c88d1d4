"""Answers of ABCs that have been kept and are no longer true."""
import sys
from abc import ABCMeta

from ._changes import NOTHING, Change
from ._words import is_own, mro, qualname

_abc = sys.modules.get("_abc") or __import__("_abc")


def stale(before, after):
    """A change for each answer that is kept, wrong, and was not both at the time of `before`.

    Asks `__subclasshook__`, which may be the reader's: at the end of a film, in a fork, and nowhere else."""
    for owner, _, _, _ in list(after.spaces.values()):
        if not issubclass(type(owner), ABCMeta):
            continue
        try:
            _, right, wrong, version = _abc._get_dump(owner)
        except Exception:
            continue
        current = version >= _abc.get_cache_token()
        for kept, answer in (right, True), (wrong, False):
            if answer is False and not current:
                continue
            for reference in list(kept):
                cls = reference()
                if cls is None or not (is_own(cls) or is_own(owner)) or _same(cls, before, after) and _same(owner, before, after):
                    continue
                try:
                    now = bool(_ask(owner, cls, set()))
                except Exception:
                    continue
                if now is not answer:
                    words = "kept: is one" if answer else "kept: is none"
                    yield Change("verdict", f"{qualname(owner)}: {qualname(cls)}", NOTHING, (answer, words))


def _same(cls, before, after):
    old, new = before.spaces.get(id(cls)), after.spaces.get(id(cls))
    return old is not None and new is not None and old[3] == new[3]


def _ask(owner, cls, asked):
    """`issubclass(cls, owner)` from nothing: without reading or writing what the ABCs have kept."""
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
    return any(_is_below(cls, each) or _ask(each, cls, asked) for each in below if each is not None)


def _is_below(cls, owner):
    return any(each is owner for each in mro(cls))
