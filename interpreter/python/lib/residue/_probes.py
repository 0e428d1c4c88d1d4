"""Rows of a fingerprint that are in no module's namespace: import machinery, registries, hooks, settings, files.

A row is `(kind, target): (mark, text, owner, value)`. It counts as a finding when it comes, goes or changes; where it has an
`owner` (an id), only if that was there before: what an object is made with is not a change to it.
"""
import gc
import os
import sys
import types
import weakref

from . import _tables
from ._variables import dispatch, is_generic, variables
from ._words import class_names, count, is_class, is_library, is_module, is_own, module_names, module_of, mro, name_of, qualname, text, tried

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

    def row(kind, target, value, words="", owner=None, kept=None):
        key = kind, target
        number = mark(value)
        if key in found:
            # Several of a name count together.
            number = mark((found[key][0], number))
        found[key] = number, words or text(value), owner, kept

    modules = snapshot.modules
    row("setting", "gc.enabled", snapshot.collects)
    for probe in EVERYWHERE:
        probe(row)
    for name, probe in OF_MODULES.items():
        module = _genuine(name, modules.get(name))
        if module is not None:
            tried(probe, row, module)
    _modules(row, modules)
    variables(row, main, snapshot)
    for generic in snapshot.generic:
        dispatch(row, generic)
    _contracts(row, snapshot)
    _tables.contents(row, snapshot, mark)
    _tables.tables(row, snapshot, mark)
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
            row("attribute", f"{module_names(module).get('__name__', '?')}.__class__", id(type(module)), text(type(module)), id(module))


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
    row("setting", "gc.callbacks", tuple(map(id, gc.callbacks)), count(gc.callbacks, "callback"))
    row("setting", "sys.argv", tuple(map(str, sys.argv)) if type(getattr(sys, "argv", None)) is list else None)


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
            row("trace", f"sys.monitoring tool {number}", str(tool))


_STREAMS = [
    (f"sys.{name}.{part}", getattr(sys, f"__{name}__", None), part)
    for name in ("stdout", "stderr") for part in ("encoding", "errors", "line_buffering")
]


def _streams(row):
    """How the process's own streams write; that another has taken their place is seen in `sys`."""
    for target, stream, part in _STREAMS:
        value = tried(getattr, stream, part)
        if type(value) in (str, bool):
            row("setting", target, value)


def _importing(row):
    for kind, things in (("meta_path", getattr(sys, "meta_path", ())), ("path_hook", getattr(sys, "path_hooks", ()))):
        for thing in list(things):
            row(kind, name_of(thing), id(thing), text(thing))
    for entry in list(getattr(sys, "path", ())):
        row("sys_path", str(entry), str(entry))
    for entry, finder in list(tried(dict.items, getattr(sys, "path_importer_cache", None)) or ()):
        # The library's own are made again when they are missed.
        if is_own(finder):
            row("importer_cache", str(entry), id(finder), text(finder))


def _endings(row):
    callbacks = _residue.atexit_callbacks() if _residue else ()
    for callback in callbacks:
        if name_of(callback) not in LIBRARY_ATEXIT:
            row("atexit", name_of(callback), id(callback), text(callback))
    for finalizer, info in list(weakref.finalize._registry.items()):
        if is_own(info.func) or not module_of(info.func) or module_of(info.func) in ("builtins", "__main__"):
            row("finalizer", name_of(info.func), id(finalizer), text(info.func))


def _recorded(row):
    """What Python itself keeps where nobody can read it; see boot.py."""
    for hook in getattr(_residue, "audit_hooks", ()):
        row("audit", name_of(hook), id(hook), text(hook))
    for search in getattr(_residue, "codec_searches", ()):
        row("codec", f"codecs.register {name_of(search)}", id(search), text(search))
    for name, handler in dict(getattr(_residue, "codec_errors", {})).items():
        row("codec", f"codecs.register_error {name}", id(handler), text(handler))


def _environment(row):
    data = getattr(os.environ, "_data", None)
    for key, value in dict(data or {}).items():
        show = lambda raw: raw.decode("utf-8", "replace") if type(raw) is bytes else str(raw)
        row("environ", show(key), show(value))


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


def _warnings(row, warnings):
    filters = getattr(warnings, "filters", ())
    row("warnings", "warnings.filters", tuple(map(_filter, filters)), count(filters, "filter"), id(warnings))


def _filter(entry):
    return tuple(part if type(part) in (str, int, type(None)) else getattr(part, "pattern", None) or id(part) for part in entry)


def _logging(row, logging):
    manager = logging.Logger.manager
    loggers = [("root", logging.root), *((name, logger) for name, logger in list(manager.loggerDict.items()) if issubclass(type(logger), logging.Logger))]
    for name, logger in loggers:
        state = logger.__dict__
        for part in "handlers", "filters":
            held = state.get(part) or ()
            if held:
                row("logging", f"{name}.{part}", tuple(map(id, held)), ", ".join(name_of(each) for each in held))
        if state.get("level") != (logging.WARNING if name == "root" else logging.NOTSET):
            row("logging", f"{name}.level", state.get("level"), str(logging.getLevelName(state.get("level"))))
        if state.get("disabled"):
            row("logging", f"{name}.disabled", True)
        if not state.get("propagate", True):
            row("logging", f"{name}.propagate", False)
    if manager.disable:
        row("logging", "logging.disable", manager.disable)


def _context(row, contextvars):
    for variable, value in list(contextvars.copy_context().items()):
        if variable.name not in LIBRARY_CONTEXT:
            row("context", variable.name, value if type(value) in (int, str, float, bool, bytes, type(None), tuple) else id(value), text(value))


def _decimal(row, decimal):
    for target, context in ("context", decimal.getcontext()), ("DefaultContext", decimal.DefaultContext):
        parts = context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp, tuple(map(bool, context.traps.values()))
        row("setting", f"decimal.{target}", parts, f"prec={context.prec}, rounding={context.rounding}", id(decimal))


def _csv(row, csv):
    for name in csv.list_dialects():
        dialect = csv.get_dialect(name)
        parts = dialect.delimiter, dialect.quotechar, dialect.escapechar, dialect.lineterminator, dialect.doublequote, dialect.quoting
        row("registry", f"csv.dialects[{name}]", (*parts, dialect.skipinitialspace, dialect.strict), f"delimiter={parts[0]!r}", id(csv))
    row("setting", "csv.field_size_limit", csv.field_size_limit(), owner=id(csv))


def _locale(row, locale):
    row("setting", "locale.LC_ALL", locale.setlocale(locale.LC_ALL), owner=id(locale))


def _copyreg(row, copyreg):
    for cls, function in list(copyreg.dispatch_table.items()):
        if is_own(cls) or is_own(function):
            row("registry", f"copyreg.dispatch_table[{qualname(cls)}]", id(function), text(function))


def _mimetypes(row, mimetypes):
    known = mimetypes.types_map if mimetypes.inited else mimetypes._types_map_default
    for suffix, kind in dict(known).items():
        row("registry", f"mimetypes.types_map[{suffix}]", kind, owner=id(mimetypes))


def _random(row, random):
    state = random._inst.getstate()
    row("random", "random.seed", hash(state), "another state", id(random), state)


# What was found in modules, by their ids: their marks, then names and things.
_scanned = {}
_DULL = {types.BuiltinFunctionType, types.FunctionType, int, str, float, bool, bytes, tuple, list, dict, set, frozenset, type(None)}


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
            pairs = [(name, value, _own(value)) for name, value in zip(names, values)]
            module = module_names(owner).get("__name__", "?")
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
    if type(value) in _DULL or is_class(value) or is_module(value) or any("_member_map_" in class_names(cls) for cls in mro(type(value))):
        return None
    own = tried(object.__getattribute__, value, "__dict__")
    return own if type(own) is dict else None


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


EVERYWHERE = _settings, _tracing, _streams, _importing, _endings, _recorded, _environment, _signals, _files
OF_MODULES = {
    "warnings": _warnings,
    "logging": _logging,
    "contextvars": _context,
    "decimal": _decimal,
    "locale": _locale,
    "copyreg": _copyreg,
    "csv": _csv,
    "mimetypes": _mimetypes,
    "random": _random,
}
