"""Kinds for the import machinery: what is in `sys.modules`, and what decides how a module is found."""

import sys

from .. import _ways
from .._findings import NOTHING
from .._kind import NEVER, WHOLE_PROCESS, Kind, is_another, of_comparison, of_process
from .._words import exact, is_library, is_own, module_names, name_of, spec_part, text

_modules = sys.modules
# What `sys` holds, whatever it answers when it is asked for it.
_of_sys = module_names(sys)


# The lists of `sys`, which may have become something else.

# Names of `sys` that should lead to lists.
LISTS = "path", "meta_path", "path_hooks"


def list_type(things):
    """`list` or `tuple`, if something is of one of them or of a subclass, whose own methods are the reader's."""
    return next((kind for kind in (list, tuple) if issubclass(type(things), kind)), None)


def _in_list(name):
    things = _of_sys.get(name)
    return list(list_type(things).__iter__(things))


def _held_by_sys(name, kind):
    """What `sys` has under a name, as long as it is what belongs there."""
    things = _of_sys.get(name)
    return things if type(things) is kind else kind()


def _string(entry):
    """The text of what should be a string, and need not be."""
    return exact(entry) if issubclass(type(entry), str) else text(entry)


def _out_of_list(name, finding):
    """What deletes all things of the finding's name from a list of `sys`."""
    if not finding.is_added:
        return ""
    numbers = [number for number, thing in enumerate(_held_by_sys(name, list)) if name_of(thing) == finding.target]
    return _ways.lines("import sys", [f"del sys.{name}[{number}]" for number in reversed(numbers)])


def _of_things(kind, name, added, removed):
    """The kind of what stands in a list of `sys` and goes by a name of its own: finders and hooks."""

    def look(row):
        for thing in _in_list(name):
            row(name_of(thing), id(thing), text(thing))

    return Kind(
        kind,
        probes=(of_process(look),),
        added=added,
        removed=removed,
        changed=is_another,
        scope=WHOLE_PROCESS,
        undo=lambda finding, main: _out_of_list(name, finding),
        permanent=NEVER,
        compares={"sys": {name}},
    )


META_PATH = _of_things(
    "meta_path",
    "meta_path",
    added="`sys.meta_path` has a finder more: {target}",
    removed="`sys.meta_path` has lost a finder: {target}",
)
PATH_HOOK = _of_things(
    "path_hook",
    "path_hooks",
    added="`sys.path_hooks` has one more: {target}",
    removed="`sys.path_hooks` has lost {target}",
)


def _path(row):
    for entry in _in_list("path"):
        row(_string(entry), entry if type(entry) is str else id(entry), text(entry))


def _path_back(finding, main):
    if finding.is_added:
        times = sum(type(entry) is str and entry == finding.target for entry in _held_by_sys("path", list))
        return _ways.lines("import sys", [f"sys.path.remove({finding.target!r})"] * times)
    return f"import sys\nsys.path.append({finding.target!r})" if finding.is_removed else ""


SYS_PATH = Kind(
    "sys_path",
    probes=(of_process(_path),),
    added="`sys.path` has one more entry: {target}",
    removed="`sys.path` has lost {target}",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_path_back,
    permanent=NEVER,
    compares={"sys": {"path"}},
)


def _path_cache(row):
    for entry, finder in list(dict.items(_of_sys.get("path_importer_cache"))):
        # The library's own are made again when they are missed.
        if is_own(finder):
            row(_string(entry), id(finder), text(finder))


def _path_cache_back(finding, main):
    target = finding.target
    is_there = finding.is_added and target in _held_by_sys("path_importer_cache", dict)
    return f"import sys\ndel sys.path_importer_cache[{target!r}]" if is_there else ""


IMPORTER_CACHE = Kind(
    "importer_cache",
    probes=(of_process(_path_cache),),
    added="`sys.path_importer_cache` keeps {after} for {target}",
    removed="`sys.path_importer_cache` has lost {target}",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_path_cache_back,
    permanent=NEVER,
)


# Modules that stand in `sys.modules`.


def _compare_modules(before, after, story):
    for name in before.modules.keys() | after.modules.keys():
        was_there, is_there = name in before.modules, name in after.modules
        old, new = before.modules.get(name), after.modules.get(name)
        if was_there and is_there and old is new or name == "__main__":
            continue
        if (MODULE, name) not in story.known:
            if not was_there and is_library(new) and _is_its_name(name, new):
                continue
            if not is_there and id(old) in story.unfinished:
                # Its import has failed, as the library's own attempts do.
                continue
        yield name, _state(old, was_there), _state(new, is_there)


def _state(module, is_there):
    return (id(module), text(module)) if is_there else NOTHING


def _is_its_name(name, module):
    """Whether a module of the library stands under its own name, or under one that the library gives it."""
    own = spec_part(module, "name")
    return (
        name == own
        or f"_py{name}" == own
        or f"_{name.replace('.', '_')}" == own
        or name.startswith(("importlib.", "os.", "_sysconfigdata"))
    )


def _module_back(finding, main):
    target = finding.target
    if finding.is_added:
        return f"import sys\ndel sys.modules[{target!r}]" if target in _modules else ""
    return f"import {target}" if finding.is_removed and _ways.is_dotted(target) else ""


MODULE = Kind(
    "module",
    probes=(of_comparison(_compare_modules),),
    added="`sys.modules` holds {target}, which no ordinary import brought",
    removed="`sys.modules` no longer holds {target}",
    changed="`sys.modules['{target}']` is another object",
    scope=WHOLE_PROCESS,
    undo=_module_back,
    permanent=NEVER,
)

KINDS = META_PATH, PATH_HOOK, SYS_PATH, IMPORTER_CACHE, MODULE
