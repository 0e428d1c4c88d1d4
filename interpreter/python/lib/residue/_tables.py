"""Rows for containers that modules keep: the registries of a course's packages, and the tables of the library."""
import linecache
import types
from collections import defaultdict, deque

from ._words import PLAIN, count, ids, is_library, is_own, module_name, module_names, spec_part, text

OURS = __name__.partition(".")[0]
_CONTAINERS = ids(dict, defaultdict, list, set, deque)
_MAPPINGS = ids(dict, defaultdict)
_TABLES = ids(dict, list, set)
_EMPTY = ids(list, dict, set, defaultdict)
# Of the library, modules whose containers are compared elsewhere or change in the course of ordinary work.
LEFT_OUT = {"copyreg", "gc", "inspect", "linecache", "mimetypes", "modulefinder", "posix", "sys", "urllib.request", "warnings", OURS}
ELSEWHERE = {"copy.dispatch_table", "pickle.dispatch_table"}
# Tables that functions of the library write for the caller, though their names begin with an underscore.
WRITTEN = {
    "copy._deepcopy_dispatch", "logging._levelToName", "shutil._ARCHIVE_FORMATS", "shutil._UNPACK_FORMATS", "webbrowser._browsers",
    "xml.etree.ElementTree._namespace_map",
}


def phantoms(row, name, value):
    for key, entry in list(dict.items(value))[-200:]:
        if _is_empty(entry):
            row("phantom", f"{name}[{text(key)}]", "empty", f"an empty {type(entry).__name__}", id(value), (value, key))


def _is_empty(entry):
    return id(type(entry)) in _EMPTY and not len(entry)


def contents(row, snapshot, mark):
    """What containers hold that modules of a course's packages keep: registries, histories, caches."""
    for module in snapshot.modules.values():
        names = module_names(module) if type(module) is types.ModuleType else {}
        file = names.get("__file__")
        # In another Python this package may stand there itself.
        if type(file) is not str or "/site-packages/" not in file or module_name(module).partition(".")[0] == OURS:
            continue
        for name, value in list(names.items()):
            if type(name) is not str or id(type(value)) not in _CONTAINERS or name[:2] == "__":
                continue
            target = f"{module_name(module)}.{name}"
            # What a variable holds, too, has its row already.
            if type(value) is defaultdict and id(value) not in snapshot.held:
                phantoms(row, target, value)
            snapshot.held.add(id(value))
            row("content", target, _content(value, mark, 4), count(_entries(value), "entry"), id(value))


def _entries(value):
    """Without those that are there only because somebody asked for them."""
    if type(value) is defaultdict:
        return [key for key, entry in dict.items(value) if not _is_empty(entry)]
    return list(value)


def _content(value, mark, depth):
    """A number for what a container holds; of what is in it, only containers by their own content."""
    kind = type(value)
    if id(kind) not in _CONTAINERS or not depth:
        return mark(value)
    if id(kind) in _MAPPINGS:
        pairs = [(key, entry) for key, entry in dict.items(value) if kind is dict or not _is_empty(entry)][:1000]
        return hash(tuple((mark(key), _content(entry, mark, depth - 1)) for key, entry in pairs))
    items = sorted(map(mark, value)) if kind is set else [_content(item, mark, depth - 1) for item in list(value)[:1000]]
    return hash(tuple(items))


def of_library(module, pairs):
    """The tables among the (name, value) pairs of a module: [(target, table)]."""
    name = module_name(module)
    if name[:1] == "_" or name.partition(".")[0] == OURS or name in LEFT_OUT or not is_library(module):
        return []
    found = [(f"{name}.{key}", value) for key, value in pairs if id(type(value)) in _TABLES and type(key) is str]
    return [(target, value) for target, value in found if ("._" not in target or target in WRITTEN) and target not in ELSEWHERE]


# What lines there are of cells; and by the ids of lists of tables, the lists, which keeps their ids, and what is to be seen of them.
_cache, _text, _wanted = linecache.cache, "", {}


def read(source):
    """Takes notice of a program that is going to run, and of the cells before it."""
    global _text
    cells = [entry for file, entry in list(dict.items(_cache)) if type(file) is str and file.startswith("<cell ")]
    # A reader may have put something else there.
    lines = [entry[2] for entry in cells if type(entry) is tuple and len(entry) > 2 and type(entry[2]) is list]
    _text = source + "".join(line for each in lines for line in each if type(line) is str)
    _wanted.clear()


def _worth_looking_at(found):
    """Those of a module's tables that a cell names, or that functions of the library write."""
    if id(found) not in _wanted:
        _wanted[id(found)] = found, [each for each in found if each[0] in WRITTEN or each[0].rpartition(".")[2] in _text]
    return _wanted[id(found)][1]


def tables(row, snapshot, mark):
    """What tables of the library hold. One that several modules share counts once."""
    counted = set()
    for owner, found in snapshot.tables:
        for target, table in _worth_looking_at(found):
            if id(table) not in counted and spec_part(owner, "_initializing") is not True:
                counted.add(id(table))
                number, parts = _state(table, mark)
                row("registry", target, number, count(table, "entry"), id(table), (table, parts))
    snapshot.held |= counted


# Numbers for what tables hold in any order, by their ids and by the number for this order; and the tables, which keeps their ids.
_orderless, _kept = {}, []


def _state(table, mark):
    """A number for what a table holds, and its parts. What was put back into a dict or set in another order is as it was."""
    parts = (tuple(dict.keys(table)), tuple(dict.values(table))) if type(table) is dict else (tuple(table),)
    number = mark(parts)
    if type(table) is list:
        return number, parts
    if (id(table), number) not in _orderless:
        _kept.append(table)
        _orderless[id(table), number] = hash(frozenset(zip(*(map(mark, map(_plain, part)) for part in parts))))
    return _orderless[id(table), number], parts


def _plain(value):
    """A member of an enumeration of numbers or strings counts as its value, to which it is equal."""
    kind = type(value)
    if id(kind) in PLAIN or is_own(value):
        return value
    base = next((base for base in (int, str) if issubclass(kind, base)), None)
    return base.__add__(value, base()) if base else value
