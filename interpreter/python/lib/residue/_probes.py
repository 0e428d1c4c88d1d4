"""Takes the rows of a fingerprint: what is in no namespace, and what variables and containers hold. The kinds' probes
look.

A row is `(name of the kind, target): (mark, text, owner, kept, part)`. It counts as a finding when it comes, goes or
changes; where it has an `owner` (an id), only if that was there before: what an object is made with is not a change to
it.

Probes call nothing that a reader may have put somewhere. One that can't look, because something else stands there,
spoils nothing for the others: its part of the rows is blind, and what the part has stays out of the comparison.
"""

from ._kind import GENERICS, MODULE, PROCESS, SNAPSHOT, VARIABLES
from ._words import entries, ids, is_class, is_library, is_module, is_own, module_of, text
from .kinds import seen_in


def _asked(place):
    """The probes of a place, as a list of (name of the kind, part of the rows, what looks)."""
    return [(kind.name, (kind.name, number), probe.look) for number, (kind, probe) in enumerate(seen_in(place))]


_OF_PROCESS, _OF_GENERICS, _OF_SNAPSHOT = map(_asked, (PROCESS, GENERICS, SNAPSHOT))
# By the module's name: such a list.
_OF_MODULES = {}
for _one, (_, _probe) in zip(_asked(MODULE), seen_in(MODULE)):
    _OF_MODULES.setdefault(_probe.part, []).append(_one)
# By a variable's name, by the id of its value's type, and by the name of the module that has made this type: lists of
# (name of the kind, what looks). The part of the rows is the variable's.
_OF_NAMES, _OF_TYPES, _OF_TYPES_OF_MODULES = {}, {}, {}
# The ids of the types of which entries of classes are looked at as if they were variables.
_IN_CLASSES = set()
for _kind, _probe in seen_in(VARIABLES):
    for _table, _keys in (
        (_OF_NAMES, _probe.part.names),
        (_OF_TYPES, ids(*_probe.part.types)),
        (_OF_TYPES_OF_MODULES, _probe.part.modules),
    ):
        for _key in _keys:
            _table.setdefault(_key, []).append((_kind.name, _probe.look))
    _IN_CLASSES |= ids(*_probe.part.in_classes)
# The types of most variables: none of them is looked up by its module.
_ORDINARY = ids(int, str, float, bool, bytes, type(None), tuple, list, dict, set, type)

# The library's own modules, by name, once they have been seen.
_genuine_modules = {}


def rows(snapshot, main, mark):
    """All rows of a fingerprint. `mark` gives the number by which values are compared."""
    found = {}
    kind = part = None

    def row(target, value, words="", owner=None, kept=None):
        key = kind, target
        number = mark(value)
        if key in found:
            # Several of a name count together.
            number = mark((found[key][0], number))
        found[key] = number, words or text(value), owner, kept, part

    def ask(of_kind, of_part, look, *arguments):
        nonlocal kind, part
        kind, part = of_kind, of_part
        try:
            look(row, *arguments)
        except RecursionError:
            # The cell is deep in a recursion: there will be another look.
            raise
        except Exception:
            snapshot.blind.add(of_part)

    for name, place, look in _OF_PROCESS:
        ask(name, place, look)
    for module_name, probes in _OF_MODULES.items():
        module = _genuine(module_name, snapshot.modules.get(module_name))
        if module is not None:
            for name, place, look in probes:
                ask(name, place, look, module)
    _ask_of_variables(ask, main, snapshot)
    for generic in snapshot.generic:
        for name, place, look in _OF_GENERICS:
            ask(name, (place, id(generic)), look, generic)
    for name, place, look in _OF_SNAPSHOT:
        ask(name, place, look, snapshot, mark)
    return found


def _genuine(name, module):
    """The library's own module of that name: the reader may have put another one in its place."""
    if name not in _genuine_modules and is_module(module) and is_library(module):
        _genuine_modules[name] = module
    return _genuine_modules.get(name)


def _ask_of_variables(ask, main, snapshot):
    """Asks about what variables of `__main__` hold, and about some entries of the classes among them."""
    found = [(name, value) for name, value in dict.items(main) if type(name) is str]
    for name, value in found:
        kind = id(type(value))
        if is_class(value) and is_own(value) and id(value) not in snapshot.counted:
            snapshot.counted.add(id(value))
            found += [(f"{name}.{key}", each) for key, each in entries(value) if id(type(each)) in _IN_CLASSES]
        probes = _OF_TYPES.get(kind)
        if probes is None and kind not in _ORDINARY:
            probes = _OF_TYPES_OF_MODULES.get(module_of(type(value)))
        for of_kind, look in (*_OF_NAMES.get(name, ()), *(probes or ())):
            ask(of_kind, name, look, name, value, main, snapshot)
