"""Kinds for tables in which something is registered: those of the library's modules, and the containers of a course's
packages.

Which tables of the library are looked at depends on what cells are about: those that a cell names, and those that
functions of the library write. All of them would cost too much, and the library itself writes most.
"""

import linecache
import sys
import types
from collections import defaultdict, deque

from .. import _ways
from .._kind import IS_GONE, NEVER, WHOLE_PROCESS, Kind, is_another, no_program, of_module, of_process, of_snapshot
from .._words import (
    PLAIN,
    class_names,
    count,
    exact,
    guest,
    ids,
    is_class,
    is_library,
    is_own,
    module_name,
    module_names,
    module_of,
    name_of,
    qualname,
    spec_part,
    text,
)

_modules = sys.modules
# This package's own name.
OURS = __name__.partition(".")[0]
_CONTAINERS = ids(dict, defaultdict, list, set, deque)
_MAPPINGS = ids(dict, defaultdict)
_EMPTY = ids(list, dict, set, defaultdict)


# Tables of the library.

_TABLES = ids(dict, list, set)
# Modules of the library whose containers are compared in another way, or change in the course of ordinary work.
LEFT_OUT = {
    "copyreg",
    "gc",
    "inspect",
    "linecache",
    "mimetypes",
    "modulefinder",
    "posix",
    "sys",
    "urllib.request",
    "warnings",
    OURS,
}
# Second names of a table that `_types_to_reduce` looks at.
SECOND_NAMES = {"copy.dispatch_table", "pickle.dispatch_table"}
# Tables that functions of the library write for their caller, though their names begin with an underscore.
WRITTEN = {
    "copy._deepcopy_dispatch",
    "copyreg._extension_registry",
    "gettext._localedirs",
    "logging._levelToName",
    "shutil._ARCHIVE_FORMATS",
    "shutil._UNPACK_FORMATS",
    "unittest.case._module_cleanups",
    "webbrowser._browsers",
    "xml.etree.ElementTree._namespace_map",
}
# The modules of classes whose instances the library changes in the course of ordinary work.
NOT_OF_INSTANCES = {"logging", "threading", "weakref", "random", "_io", "os", "typing", "re"}
# What a cell has in its text that changes what functions are called, or their attributes.
OF_LABELS = "__name__", "__doc__", "__module__", "__type_params__", "wrap", "update_"
# Tables of classes about which other kinds tell.
HAVE_KINDS = {"unittest.mock._patch._active_patches", "weakref.finalize._registry"}
# Tables that classes of the library hold, by their targets.
_of_classes = set()
# Lines that a way back may have.
MOST_LINES = 12

_lines_of_files = linecache.cache
# The text of the cell that is going to run, and of the cells before it.
_cells = ""
# For each module's list of tables, by the list's id: the list, which keeps its id, and those of its tables that are
# looked at.
_looked_at = {}
# Numbers for the contents of tables whatever their order, by the table's id and the number for the contents in their
# order.
_numbers_in_any_order = {}
# The tables that have such numbers: as long as they are held, no other table takes an id of theirs.
_numbered = []


def read_cells(source):
    """Takes notice of a program that is going to run, and of the cells before it: of the tables that they name."""
    global _cells
    cells = [
        entry for file, entry in list(dict.items(_lines_of_files)) if type(file) is str and file.startswith("<cell ")
    ]
    # A reader may have put something else there.
    lines = [entry[2] for entry in cells if type(entry) is tuple and len(entry) > 2 and type(entry[2]) is list]
    _cells = source + "".join(line for each in lines for line in each if type(line) is str)
    _looked_at.clear()
    if guest is not None:
        guest.read_labels(any(word in _cells for word in OF_LABELS))


def of_library(module, pairs, instances):
    """The tables of a module, if it is one of the library: [(target, table)]. They are those among its (name, value)
    pairs, those of its classes, and those of the instances that it holds, which are given as (label, instance, its
    namespace)."""
    name = module_name(module)
    if name[:1] == "_" or name.partition(".")[0] == OURS or not is_library(module):
        return []
    pairs = [(key, value) for key, value in pairs if type(key) is str]
    if name in LEFT_OUT:
        return [(f"{name}.{key}", value) for key, value in pairs if f"{name}.{key}" in WRITTEN]
    found = [(f"{name}.{key}", value) for key, value in pairs if id(type(value)) in _TABLES]
    found = [
        (target, value)
        for target, value in found
        if ("._" not in target or target in WRITTEN) and target not in SECOND_NAMES
    ]
    for key, cls in pairs:
        if is_class(cls) and module_of(cls) == name and qualname(cls) == key and not is_own(cls):
            found += _of_class(f"{name}.{key}", cls)
    for label, instance, own in instances:
        if module_of(type(instance)) not in NOT_OF_INSTANCES:
            found += [
                (f"{label}.{key}", value)
                for key, value in list(own.items())
                if type(key) is str and id(type(value)) in _TABLES
            ]
    return found


def _of_class(place, cls):
    """The tables that a class holds. Those of an enumeration are written by looking a value up, so that they count only
    if a cell names them."""
    is_enumeration = "_member_map_" in class_names(cls)
    for key, value in list(class_names(cls).items()):
        target = f"{place}.{key}"
        if type(key) is str and key[:2] != "__" and id(type(value)) in _TABLES and target not in HAVE_KINDS:
            if not is_enumeration:
                _of_classes.add(target)
            yield target, value


def _is_of_a_named_class(target):
    """Whether a table is held by a class that a cell names, or that is of a module which a cell names."""
    if target not in _of_classes:
        return False
    module, cls, _ = target.rsplit(".", 2)
    return cls in _cells or module.rpartition(".")[2] in _cells


def _worth_looking_at(found):
    """Those of a module's tables that a cell names, that functions of the library write, or that a named class
    holds."""
    if id(found) not in _looked_at:
        _looked_at[id(found)] = (
            found,
            [
                each
                for each in found
                if each[0] in WRITTEN or _is_of_a_named_class(each[0]) or each[0].rpartition(".")[2] in _cells
            ],
        )
    return _looked_at[id(found)][1]


def _tables(row, snapshot, mark):
    # A table that several modules share counts once.
    counted = set()
    for owner, found in snapshot.tables:
        for target, table in _worth_looking_at(found):
            if id(table) not in counted and spec_part(owner, "_initializing") is not True:
                counted.add(id(table))
                number, parts = _state(table, mark)
                row(target, number, count(table, "entry"), id(table), (table, parts))
    snapshot.held |= counted


def _state(table, mark):
    """A number for what a table holds, and its parts. What was put back into a dict or set in another order is as
    it was."""
    parts = (tuple(dict.keys(table)), tuple(dict.values(table))) if type(table) is dict else (tuple(table),)
    number = mark(parts)
    if type(table) is list:
        return number, parts
    if (id(table), number) not in _numbers_in_any_order:
        _numbered.append(table)
        _numbers_in_any_order[id(table), number] = hash(
            frozenset(zip(*(map(mark, map(_plain, part)) for part in parts)))
        )
    return _numbers_in_any_order[id(table), number], parts


def _plain(value):
    """A member of an enumeration of numbers or strings counts as its value, to which it is equal."""
    kind = type(value)
    if id(kind) in PLAIN or is_own(value):
        return value
    base = next((base for base in (int, str) if issubclass(kind, base)), None)
    return base.__add__(value, base()) if base else value


def _comes_with_its_module(old, new):
    """Whether a table of a module came or went, which it does together with the module."""
    return (old or new)[3] is not None and not (old and new)


def _table_back(target, table, parts, main):
    """What gives a dict, list or set of the library its plain entries back, and takes the new ones."""
    way = _ways.labelled(target, table, main)
    if not way:
        return ""
    lines, place = way
    # Each line, and what has to be written in it.
    todo = []
    if type(table) is dict:
        was = dict(zip(*parts))
        todo += [("del {}[{}]", key) for key in table if key not in was]
        todo += [("{}[{}] = {}", key, value) for key, value in was.items() if table.get(key, todo) is not value]
    elif type(table) is list:
        todo.append(("{}[:] = [" + ", ".join(["{}"] * len(parts[0])) + "]", *parts[0]))
    else:
        todo += [
            ("{}.discard({})" if key in table else "{}.add({})", key)
            for key in set(table).symmetric_difference(parts[0])
        ]
    words = [[_ways.literal(value) for value in values] for _, *values in todo]
    if len(todo) > MOST_LINES or any(None in each for each in words):
        return ""
    return "\n".join([*lines, *(form.format(place, *each) for (form, *_), each in zip(todo, words))])


# Registrations that have rows of their own; this is what stands before the key in their targets.

DIALECTS, TYPES_TO_REDUCE, TYPES_OF_FILES = "csv.dialects", "copyreg.dispatch_table", "mimetypes.types_map"


def _dialects(row, csv):
    for name in csv.list_dialects():
        dialect = csv.get_dialect(name)
        parts = (
            dialect.delimiter,
            dialect.quotechar,
            dialect.escapechar,
            dialect.lineterminator,
            dialect.doublequote,
            dialect.quoting,
        )
        row(
            f"{DIALECTS}[{exact(name)}]",
            (*parts, dialect.skipinitialspace, dialect.strict),
            f"delimiter={parts[0]!r}",
            id(csv),
        )


def _types_to_reduce(row, copyreg):
    for cls, function in list(dict.items(module_names(copyreg).get("dispatch_table"))):
        if is_class(cls) and (is_own(cls) or is_own(function)):
            row(f"{TYPES_TO_REDUCE}[{qualname(cls)}]", id(function), text(function))


def _types_of_files(row, mimetypes):
    known = mimetypes.types_map if mimetypes.inited is True else mimetypes._types_map_default
    for suffix, kind in list(dict.items(known)):
        row(f"{TYPES_OF_FILES}[{exact(suffix)}]", kind, owner=id(mimetypes))


def _registered_back(target, main):
    """What takes a registration out of the table that it is in."""
    table, _, key = target.partition("[")
    key = key[:-1]
    if table == DIALECTS:
        return f"import csv\ncsv.unregister_dialect({key!r})"
    if table == TYPES_OF_FILES:
        return f"import mimetypes\ndel mimetypes.types_map[{key!r}]"
    known = module_names(_modules["copyreg"])["dispatch_table"]
    classes = [cls for cls in dict.keys(known) if is_class(cls) and qualname(cls) == key]
    way = _ways.to(classes[0], main) if len(classes) == 1 else None
    return "\n".join(["import copyreg", *way[0], f"del copyreg.dispatch_table[{way[1]}]"]) if way else ""


def _registry_back(finding, main):
    if finding.change.was is not None:
        return _table_back(finding.target, *finding.change.was, main)
    return _registered_back(finding.target, main) if finding.is_added else ""


def _content_changed(finding, target, before, after):
    if before == after:
        return f"`{target}` holds something else now ({after})"
    if finding.target.endswith("]"):
        # One registration, in the place of which there is another.
        return is_another(finding, target, before, after)
    return f"`{target}` holds {after} now, and held {before}"


REGISTRY = Kind(
    "registry",
    probes=(
        of_snapshot(_tables),
        of_module("copyreg", _types_to_reduce),
        of_module("csv", _dialects),
        of_module("mimetypes", _types_of_files),
    ),
    added="`{target}` is registered: {after}",
    removed=IS_GONE,
    changed=_content_changed,
    scope=WHOLE_PROCESS,
    undo=_registry_back,
    permanent=NEVER,
    compares={"mimetypes": {"types_map"}},
    is_ordinary=_comes_with_its_module,
)


# Codecs, which Python keeps where nobody can read them; boot.py has the guest keep lists besides.

SEARCH, HANDLER = "codecs.register ", "codecs.register_error "


def _codecs(row):
    for search in getattr(guest, "codec_searches", ()):
        row(f"{SEARCH}{name_of(search)}", id(search), text(search))
    for name, handler in list(dict.items(getattr(guest, "codec_errors", {}))):
        row(f"{HANDLER}{exact(name)}", id(handler), text(handler))


def _codec_back(finding, main):
    name = finding.target.removeprefix(SEARCH)
    return _ways.unregistered("codecs", name, guest.codec_searches, main) if finding.is_added else ""


CODEC = Kind(
    "codec",
    probes=(of_process(_codecs),),
    added="{target} is registered",
    removed="{target} is unregistered",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_codec_back,
    permanent=lambda target: (
        NEVER if target.startswith(SEARCH) else "An error handler can be replaced but not taken back."
    ),
)


# Containers that modules of a course's packages keep: registries, histories, caches.


def of_packages(snapshot):
    """(target, container) of what modules of a course's packages hold."""
    for module in snapshot.modules.values():
        names = module_names(module) if type(module) is types.ModuleType else {}
        file = names.get("__file__")
        # In another Python this package may stand there itself.
        if type(file) is not str or "/site-packages/" not in file or module_name(module).partition(".")[0] == OURS:
            continue
        for name, value in list(names.items()):
            if type(name) is str and id(type(value)) in _CONTAINERS and name[:2] != "__":
                yield f"{module_name(module)}.{name}", value


def _contents(row, snapshot, mark):
    for target, value in of_packages(snapshot):
        snapshot.held.add(id(value))
        row(target, _content(value, mark, 4), count(_entries(value), "entry"), id(value))


def is_empty(entry):
    """Whether an entry of a mapping is a container without anything in it."""
    return id(type(entry)) in _EMPTY and not len(entry)


def _entries(value):
    """Without those that are there only because somebody asked for them."""
    if type(value) is defaultdict:
        return [key for key, entry in dict.items(value) if not is_empty(entry)]
    return list(value)


def _content(value, mark, depth):
    """A number for what a container holds; of what is in it, only containers by their own content."""
    kind = type(value)
    if id(kind) not in _CONTAINERS or not depth:
        return mark(value)
    if id(kind) in _MAPPINGS:
        pairs = [(key, entry) for key, entry in dict.items(value) if kind is dict or not is_empty(entry)][:1000]
        return hash(tuple((mark(key), _content(entry, mark, depth - 1)) for key, entry in pairs))
    items = (
        sorted(map(mark, value)) if kind is set else [_content(item, mark, depth - 1) for item in list(value)[:1000]]
    )
    return hash(tuple(items))


CONTENT = Kind(
    "content",
    probes=(of_snapshot(_contents),),
    added=_content_changed,
    removed=_content_changed,
    changed=_content_changed,
    scope=WHOLE_PROCESS,
    undo=no_program,
    permanent=NEVER,
    from_beginning=True,
)

KINDS = REGISTRY, CODEC, CONTENT
