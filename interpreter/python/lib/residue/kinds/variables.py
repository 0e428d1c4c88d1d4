"""Kinds for what grows in objects that variables hold, without anybody assigning to it: results of caches, and
entries that came into being because somebody asked for them."""

import functools
import sys
from collections import defaultdict

from .. import _ways
from .._kind import IS_GONE, NEVER, THIS_FUNCTION, THIS_NAME, Kind, is_another, of_snapshot, of_variables
from .._words import PLAIN, count, entry, exact, is_class, is_module, module_names, text
from .tables import is_empty, of_packages

# Caches of functions.

_Cached = type(functools.lru_cache(lambda: None))


def _cache(row, name, value, main, snapshot):
    if id(value) in snapshot.counted or _is_of_library(value):
        return
    snapshot.counted.add(id(value))
    snapshot.held.add(id(value))
    own = exact(getattr(value, "__name__", None), "")
    info = _Cached.cache_info(value)
    # A full cache stays as large as it is when it takes in something new.
    state = info.currsize, info.currsize and info.misses
    row(own if main.get(own) is value else name, state, count(range(info.currsize), "result"), id(value))


def _is_of_library(value):
    """Whether a function stands in a module of its own, for its own use."""
    name, place = exact(getattr(value, "__name__", None), ""), exact(getattr(value, "__module__", None), "")
    module = sys.modules.get(place)
    return is_module(module) and place != "__main__" and module_names(module).get(name) is value


def _cache_back(finding, main):
    first, *rest = finding.target.split(".")
    value = main.get(first)
    for name in rest:
        value = entry(value, name) if is_class(value) else None
    return (
        f"{finding.target}.cache_clear()"
        if id(value) == finding.change.owner and _ways.is_dotted(finding.target)
        else ""
    )


CACHE = Kind(
    "cache",
    probes=(of_variables(_cache, types=(_Cached,), in_classes=(_Cached,)),),
    added="the cache of `{target}` was filled ({after})",
    removed="the cache of `{target}` was emptied",
    changed="the cache of `{target}` holds {after} now",
    scope=THIS_FUNCTION,
    undo=_cache_back,
    permanent=NEVER,
    from_beginning=True,
)


# Entries of a `defaultdict` that nobody has filled.

# Entries that are looked at, the newest of each.
MOST_ENTRIES = 200


def _of_a_variable(row, name, value, main, snapshot):
    snapshot.counted.add(id(value))
    _phantoms(row, name, value)


def _of_a_package(row, snapshot, mark):
    for target, value in of_packages(snapshot):
        # What a variable holds, too, has its rows already.
        if type(value) is defaultdict and id(value) not in snapshot.counted:
            snapshot.counted.add(id(value))
            snapshot.held.add(id(value))
            _phantoms(row, target, value)


def _phantoms(row, name, value):
    for key, held in list(dict.items(value))[-MOST_ENTRIES:]:
        if is_empty(held):
            row(f"{name}[{text(key)}]", "empty", f"an empty {type(held).__name__}", id(value), (value, key))


def _was_filled(row):
    """Whether the entry is still there, and so no longer empty."""
    holder, key = row[3]
    # Only a plain key is compared; another one's `__eq__` may be the reader's.
    return dict.__contains__(holder, key) if id(type(key)) in PLAIN else any(each is key for each in dict.keys(holder))


def _phantom_back(finding, main):
    holder, key = finding.change.was
    words = _ways.literal(key)
    way = _ways.labelled(finding.target.partition("[")[0], holder, main)
    return "\n".join([*way[0], f"del {way[1]}[{words}]"]) if finding.is_added and words is not None and way else ""


PHANTOM = Kind(
    "phantom",
    probes=(of_variables(_of_a_variable, types=(defaultdict,)), of_snapshot(_of_a_package)),
    added="`{target}` exists only because somebody asked for it",
    removed=IS_GONE,
    changed=is_another,
    scope=THIS_NAME,
    undo=_phantom_back,
    permanent=NEVER,
    has_settled=_was_filled,
)

KINDS = CACHE, PHANTOM
