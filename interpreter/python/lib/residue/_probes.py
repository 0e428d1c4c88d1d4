"""Rows of a fingerprint that are in no module's namespace: import machinery, registries, hooks, settings, files.

A row is `(kind, target): (mark, text, owner, value, part)`. It counts as a finding when it comes, goes or changes; where it
has an `owner` (an id), only if that was there before: what an object is made with is not a change to it.

Nothing here calls what a reader may have put somewhere, and none of it spoils the rest: a part of the rows that can't be looked
at is blind, and what it has stays out of the comparison.
"""
import contextvars
import gc
import os
import sys
import types
import weakref

from . import _tables
from ._registries import OF_MODULES
from ._variables import dispatch, is_generic, variables
from ._words import (
    PLAIN, class_names, count, exact, ids, is_class, is_library, is_module, is_own, module_name, module_names, module_of, mro, name_of, names_of,
    qualname, text, tried,
)

try:
    import _residue
    import _signal
except ImportError:
    _residue = None
    import signal as _signal

# What the library registers for itself.
LIBRARY_ATEXIT = {"shutdown", "_exitfunc", "_python_exit", "_exit_function", "_run_exitfuncs", "_clear_atexit"}
# Context variables of the library.
LIBRARY_CONTEXT = {"decimal_context", "warnings_context", "_warnings_context", "residue: here"}
SIGNALS = [(getattr(_signal, name), name) for name in dir(_signal) if name.startswith("SIG") and name[3] != "_" and name not in ("SIG_DFL", "SIG_IGN", "SIG_BLOCK")]
NOT_FILES = {"lib", "dev", "proc"}

_abc = sys.modules.get("_abc") or __import__("_abc")
_ABCMeta = __import__("abc").ABCMeta


def rows(snapshot, main, mark):
    found = {}
    part = ""

    def row(kind, target, value, words="", owner=None, kept=None):
        key = kind, target
        number = mark(value)
        if key in found:
            # Several of a name count together.
            number = mark((found[key][0], number))
        found[key] = number, words or text(value), owner, kept, part

    def ask(name, probe, *arguments):
        nonlocal part
        part = name
        try:
            probe(row, *arguments)
        except RecursionError:
            # The cell is deep in a recursion: there will be another look.
            raise
        except Exception:
            snapshot.blind.add(name)

    modules = snapshot.modules
    row("setting", "gc.enabled", snapshot.collects)
    for probe in EVERYWHERE:
        ask(probe.__name__, probe)
    for name, probe in OF_MODULES.items():
        module = _genuine(name, modules.get(name))
        if module is not None:
            ask(name, probe, module)
    ask("modules", _modules, modules)
    variables(ask, main, snapshot)
    for generic in snapshot.generic:
        ask(("generic", id(generic)), dispatch, generic)
    ask("contracts", _contracts, snapshot)
    ask("contents", _tables.contents, snapshot, mark)
    ask("tables", _tables.tables, snapshot, mark)
    return found


_known = {}


def _genuine(name, module):
    """The library's own module of that name: the reader may have put another one in its place."""
    if name not in _known and is_module(module) and is_library(module):
        _known[name] = module
    return _known.get(name)


def _modules(row, modules):
    for module in modules.values():
        if type(module) is not types.ModuleType and is_module(module):
            row("attribute", f"{module_name(module)}.__class__", id(type(module)), text(type(module)), id(module))


# What `sys` and `os` hold, whatever they answer when they are asked for it.
_of_sys, _of_os = module_names(sys), module_names(os)
_getters = {
    "sys.recursionlimit": sys.getrecursionlimit,
    "sys.int_max_str_digits": sys.get_int_max_str_digits,
    "sys.switchinterval": sys.getswitchinterval,
    "sys.coroutine_origin_tracking_depth": getattr(sys, "get_coroutine_origin_tracking_depth", lambda: 0),
    "gc.threshold": gc.get_threshold,
    "gc.debug": gc.get_debug,
    "os.cwd": os.getcwd,
}
_asyncgen_hooks = getattr(sys, "get_asyncgen_hooks", lambda: ())


def _settings(row):
    for target, ask in _getters.items():
        row("setting", target, tried(ask))
    row("setting", "sys.asyncgen_hooks", tuple(map(id, tried(_asyncgen_hooks) or ())), "hooks")
    argv = _of_sys.get("argv")
    row("setting", "sys.argv", tuple(each if type(each) is str else id(each) for each in argv) if type(argv) is list else None, text(argv))
    # What stands where a list belongs; `_listed` is blind then.
    for name in LISTED:
        things = _of_sys.get(name)
        there = _kind_of_list(things)
        row("setting", f"sys.{name}", 0 if there else id(things), "a list" if there else text(things))


def _collecting(row):
    callbacks = module_names(gc)["callbacks"]
    if type(callbacks) is not list:
        raise TypeError
    row("setting", "gc.callbacks", tuple(map(id, callbacks)), count(callbacks, "callback"))


_trace, _profile, _monitoring = sys.gettrace, sys.getprofile, getattr(sys, "monitoring", None)
_tool = getattr(_monitoring, "get_tool", lambda number: None)


def _tracing(row):
    for target, ask in (("sys.settrace", _trace), ("sys.setprofile", _profile)):
        function = ask()
        if function is not None:
            row("trace", target, id(function), text(function))
    for number in range(6):
        tool = tried(_tool, number)
        if tool is not None:
            row("trace", f"sys.monitoring tool {number}", exact(tool))


_STREAMS = [
    (f"sys.{name}.{part}", getattr(sys, f"__{name}__", None), part)
    for name in ("stdout", "stderr") for part in ("encoding", "errors", "line_buffering")
]


def _streams(row):
    """How the process's own streams write; that another has taken their place is seen in `sys`."""
    for target, stream, part in _STREAMS:
        value = tried(getattr, stream, part)
        if type(value) is str or type(value) is bool:
            row("setting", target, value)


LISTED = "path", "meta_path", "path_hooks"


def _kind_of_list(things):
    return next((kind for kind in (list, tuple) if issubclass(type(things), kind)), None)


def _listed(name):
    things = _of_sys.get(name)
    return list(_kind_of_list(things).__iter__(things))


def _finders(row):
    for thing in _listed("meta_path"):
        row("meta_path", name_of(thing), id(thing), text(thing))


def _path_hooks(row):
    for thing in _listed("path_hooks"):
        row("path_hook", name_of(thing), id(thing), text(thing))


def _path(row):
    for entry in _listed("path"):
        row("sys_path", _string(entry), entry if type(entry) is str else id(entry), text(entry))


def _string(entry):
    """What should be a string, and need not be."""
    return exact(entry) if issubclass(type(entry), str) else text(entry)


def _path_cache(row):
    for entry, finder in list(dict.items(_of_sys.get("path_importer_cache"))):
        # The library's own are made again when they are missed.
        if is_own(finder):
            row("importer_cache", _string(entry), id(finder), text(finder))


def _at_exit(row):
    callbacks = _residue.atexit_callbacks() if _residue else ()
    for callback in callbacks:
        if name_of(callback) not in LIBRARY_ATEXIT:
            row("atexit", name_of(callback), id(callback), text(callback))


_finalizing = weakref.finalize._registry


def _finalizers(row):
    for finalizer, info in list(_finalizing.items()):
        if is_own(info.func) or not module_of(info.func) or module_of(info.func) in ("builtins", "__main__"):
            row("finalizer", name_of(info.func), id(finalizer), text(info.func))


def _recorded(row):
    """What Python itself keeps where nobody can read it; see boot.py."""
    for hook in getattr(_residue, "audit_hooks", ()):
        row("audit", name_of(hook), id(hook), text(hook))
    for search in getattr(_residue, "codec_searches", ()):
        row("codec", f"codecs.register {name_of(search)}", id(search), text(search))
    for name, handler in list(dict.items(getattr(_residue, "codec_errors", {}))):
        row("codec", f"codecs.register_error {exact(name)}", id(handler), text(handler))


_Environ = type(os.environ)


def _environment(row):
    environ = _of_os.get("environ")
    if type(environ) is not _Environ:
        raise TypeError
    for key, value in list(dict.items(names_of(environ)["_data"])):
        key, value = _decoded(key), _decoded(value)
        if key is not None:
            row("environ", key, value, kept=value)


def _decoded(raw):
    """As `os.fsdecode` gives it, which leads back to the same bytes."""
    return raw.decode("utf-8", "surrogateescape") if type(raw) is bytes else exact(raw, None)


_copy_context = contextvars.copy_context


def _context(row):
    for variable, value in list(_copy_context().items()):
        name = exact(variable.name)
        if name not in LIBRARY_CONTEXT:
            row("context", name, value if id(type(value)) in PLAIN or type(value) is tuple else id(value), text(value))


_handlers = _signal.getsignal
_original_handlers = {number: tried(_handlers, number) for number, _ in SIGNALS}


def _signals(row):
    for number, name in SIGNALS:
        handler = tried(_handlers, number)
        if handler is not _original_handlers[number]:
            row("signal", name, handler if type(handler) is int else id(handler), text(handler))


_scandir, _mask = os.scandir, getattr(os, "umask", None)


def _files(row):
    if _residue is None:
        return
    old = _mask(0o022)
    _mask(old)
    row("setting", "os.umask", old, oct(old))
    folders = ["/"]
    for folder in folders:
        for entry in tried(lambda: list(_scandir(folder))) or ():
            if folder == "/" and entry.name in NOT_FILES:
                continue
            about = tried(lambda: entry.stat(follow_symlinks=False))
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                row("file", entry.path, "folder", "a folder")
            elif about is not None:
                row("file", entry.path, (about.st_ino, about.st_size, about.st_mtime_ns), f"{about.st_size:,} bytes")


# What was found in modules, by their ids: their marks, then names and things.
_scanned = {}
_DULL = ids(types.BuiltinFunctionType, types.FunctionType, int, str, float, bool, bytes, tuple, list, dict, set, frozenset, type(None))


def instances(snapshot, main):
    """(name, instance, its own namespace) of what variables of `__main__` and of modules hold."""
    for name, value in list(dict.items(main)):
        if type(name) is str and id(value) not in snapshot.held:
            snapshot.held.add(id(value))
            own = _own(value)
            if own is not None:
                yield name, value, own
    for key, (owner, names, values, marks) in list(snapshot.spaces.items()):
        if is_class(owner):
            continue
        scanned = _scanned.get(key)
        if scanned is None or scanned[0] != marks:
            pairs = [(name, value, _own(value)) for name, value in zip(names, values) if type(name) is str]
            module = module_name(owner)
            found = [(f"{module}.{name}", value, own) for name, value, own in pairs if own is not None]
            found.sort(key=lambda each: "._" in each[0])
            generic = [value for value in values if is_generic(value)]
            scanned = _scanned[key] = marks, found, generic, _tables.of_library(owner, zip(names, values))
        snapshot.generic += scanned[2]
        if scanned[3]:
            snapshot.tables.append((owner, scanned[3]))
        snapshot.held.update(map(id, scanned[2]))
        for each in scanned[1]:
            if id(each[1]) not in snapshot.held:
                snapshot.held.add(id(each[1]))
                yield each


def _own(value):
    """An instance's own namespace, if it has one. Members of enumerations are as good as constants."""
    if id(type(value)) in _DULL or is_class(value) or is_module(value) or any("_member_map_" in class_names(cls) for cls in mro(type(value))):
        return None
    return names_of(value)


def _contracts(row, snapshot):
    """ABC registrations that are the reader's affair."""
    # The token is another one after each registration.
    token, earlier = _abc.get_cache_token(), snapshot.earlier
    if earlier is not None and earlier.contracts[0] == token:
        snapshot.contracts = earlier.contracts
    else:
        snapshot.contracts = token, list(_registered(snapshot))
    for target, cls in snapshot.contracts[1]:
        row("abc", target, id(cls), "registered")


def _registered(snapshot):
    for owner, _, _, _ in list(snapshot.spaces.values()):
        if not issubclass(type(owner), _ABCMeta):
            continue
        registry = tried(_abc._get_dump, owner)
        for reference in registry[0] if registry else ():
            cls = reference()
            if cls is not None and (is_own(cls) or is_own(owner)):
                yield f"{qualname(owner)}: {qualname(cls)}", cls


EVERYWHERE = (
    _settings, _collecting, _tracing, _streams, _finders, _path_hooks, _path, _path_cache, _at_exit, _finalizers, _recorded, _environment, _context,
    _signals, _files,
)
