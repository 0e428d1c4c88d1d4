"""Rows of a fingerprint that are in no module's namespace: import machinery, registries, hooks, settings, files.

A row is `(kind, target): (mark, text, owner, value)`. It counts as a finding when it comes, goes or changes; where it has an
`owner` (an id), only if that was there before: what an object is made with is not a change to it.
"""
import ast
import gc
import linecache
import os
import sys
import types
import weakref
from collections import defaultdict, deque
from functools import lru_cache, singledispatchmethod

from ._words import class_names, entries, is_class, is_library, is_module, is_own, module_names, module_of, mro, name_of, qualname, text

try:
    import _residue
    import _signal
except ImportError:
    _residue = None
    import signal as _signal

BUILTINS = frozenset(vars(__import__("builtins")))
# What the library registers for itself.
LIBRARY_ATEXIT = {"shutdown", "_exitfunc", "_python_exit", "_exit_function", "_run_exitfuncs", "_clear_atexit"}
# Context variables of the library.
LIBRARY_CONTEXT = {"decimal_context", "warnings_context", "_warnings_context", "residue: here"}
SIGNALS = [(getattr(_signal, name), name) for name in dir(_signal) if name.startswith("SIG") and name[3] != "_" and name not in ("SIG_DFL", "SIG_IGN", "SIG_BLOCK")]
NOT_FILES = {"lib", "dev", "proc"}
OURS = __name__.partition(".")[0]

_abc = sys.modules.get("_abc") or __import__("_abc")
_ABCMeta = __import__("abc").ABCMeta
_lru = type(lru_cache(lambda: None))
_functions = types.FunctionType


def tried(ask, *arguments):
    """What a question gives; the reader may have broken what answers it."""
    try:
        return ask(*arguments)
    except Exception:
        return None


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
    _variables(row, main, snapshot)
    for generic in snapshot.generic:
        _dispatch(row, generic)
    _contracts(row, snapshot)
    _contents(row, snapshot, mark)
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
    row("setting", "gc.callbacks", tuple(map(id, gc.callbacks)), _count(gc.callbacks, "callback"))
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


def _importing(row):
    for kind, things in (("meta_path", getattr(sys, "meta_path", ())), ("path_hook", getattr(sys, "path_hooks", ()))):
        for thing in list(things):
            row(kind, name_of(thing), id(thing), text(thing))
    for entry in list(getattr(sys, "path", ())):
        row("sys_path", str(entry), str(entry))


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
    row("warnings", "warnings.filters", tuple(map(_filter, filters)), _count(filters, "filter"), id(warnings))


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
    context = decimal.getcontext()
    traps = tuple(sorted(signal.__name__ for signal, on in context.traps.items() if on))
    parts = context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp, traps
    row("setting", "decimal.context", parts, f"prec={context.prec}, rounding={context.rounding}", id(decimal))


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


def _variables(row, main, snapshot):
    """What variables of `__main__` hold: caches, generic functions, generators, defaultdicts."""
    variables = [(name, value) for name, value in dict.items(main) if type(name) is str]
    counted = set()
    for name, value in variables:
        if name in BUILTINS and name[:2] != "__" and not (name == "_"):
            row("shadow", name, "hidden", text(value))
        kind = type(value)
        if is_class(value):
            if is_own(value) and id(value) not in counted:
                counted.add(id(value))
                variables += [(f"{name}.{key}", entry) for key, entry in entries(value) if type(entry) in (_lru, singledispatchmethod)]
        elif kind is _lru:
            if id(value) not in counted and not _is_of_library(value):
                counted.add(id(value))
                _cache(row, value.__name__ if main.get(value.__name__) is value else name, value)
                snapshot.held.add(id(value))
        elif _is_generic(value) or kind is singledispatchmethod:
            generic = value if kind is _functions else value.dispatcher
            if _is_generic(generic):
                _dispatch(row, generic)
                snapshot.held.add(id(generic))
        elif kind is types.GeneratorType:
            _suspended(row, name, value)
        elif kind is defaultdict:
            _phantoms(row, name, value)
        elif class_names(kind).get("__module__") == "contextlib" and name_of(value) == "_GeneratorContextManager":
            generator = value.__dict__.get("gen")
            if type(generator) is types.GeneratorType:
                _suspended(row, name, generator)


def _cache(row, name, value):
    info = value.cache_info()
    # A full cache stays as large as it is when it takes in something new.
    row("cache", name, (info.currsize, info.currsize and info.misses), _count(range(info.currsize), "result"), id(value))


def _is_of_library(value):
    """Whether a function stands in a module of its own, for its own use."""
    module = sys.modules.get(getattr(value, "__module__", None))
    return is_module(module) and value.__module__ != "__main__" and module_names(module).get(value.__name__) is value


def _is_generic(value):
    """Whether `functools.singledispatch` has made it."""
    return type(value) is _functions and type(value.__dict__.get("registry")) is types.MappingProxyType


def _phantoms(row, name, value):
    for key, entry in list(dict.items(value))[-200:]:
        if _is_empty(entry):
            row("phantom", f"{name}[{text(key)}]", "empty", f"an empty {type(entry).__name__}", id(value), (value, key))


def _is_empty(entry):
    return type(entry) in (list, dict, set, defaultdict) and not len(entry)


def _contents(row, snapshot, mark):
    """What containers hold that modules of a course's packages keep: registries, histories, caches."""
    for module in snapshot.modules.values():
        names = module_names(module) if type(module) is types.ModuleType else {}
        file = names.get("__file__")
        # In another Python this package may stand there itself.
        if type(file) is not str or "/site-packages/" not in file or str(names.get("__name__")).partition(".")[0] == OURS:
            continue
        for name, value in list(names.items()):
            if type(value) not in _CONTAINERS or name[:2] == "__":
                continue
            target = f"{names.get('__name__')}.{name}"
            # What a variable holds, too, has its row already.
            if type(value) is defaultdict and id(value) not in snapshot.held:
                _phantoms(row, target, value)
            snapshot.held.add(id(value))
            row("content", target, _content(value, mark, 4), _count(_entries(value), "entry"), id(value))


def _entries(value):
    """Without those that are there only because somebody asked for them."""
    if type(value) is defaultdict:
        return [key for key, entry in dict.items(value) if not _is_empty(entry)]
    return list(value)


def _content(value, mark, depth):
    """A number for what a container holds; of what is in it, only containers by their own content."""
    kind = type(value)
    if kind not in _CONTAINERS or not depth:
        return mark(value)
    if kind in (dict, defaultdict):
        return hash(tuple((mark(key), _content(dict.__getitem__(value, key), mark, depth - 1)) for key in _entries(value)[:1000]))
    items = sorted(map(mark, value)) if kind is set else [_content(item, mark, depth - 1) for item in list(value)[:1000]]
    return hash(tuple(items))


# What was found in modules, by their ids: their marks, then names and things.
_scanned = {}
_CONTAINERS = {dict, defaultdict, list, set, deque}
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
            generic = [value for value in values if _is_generic(value)]
            scanned = _scanned[key] = marks, found, generic
        snapshot.generic += scanned[2]
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


def _dispatch(row, generic):
    cells = dict(zip(generic.__code__.co_freevars, generic.__closure__ or ()))
    registry = cells["registry"].cell_contents if "registry" in cells else generic.__dict__.get("registry", ())
    for cls in list(registry):
        row("dispatch", f"{generic.__name__}: {getattr(cls, '__name__', cls)}", id(registry[cls]), text(registry[cls]), id(generic))


def _suspended(row, name, generator):
    frame = generator.gi_frame
    if frame is None or generator.gi_running or not generator.gi_suspended:
        return
    if _is_guarded(frame.f_code, frame.f_lineno):
        row("generator", name, (id(generator), frame.f_lineno), f"suspended at line {frame.f_lineno}")


_getlines, _parse = linecache.getlines, ast.parse


def _is_guarded(code, line):
    """Whether a line of a function is inside a `with` or `try` of that function."""
    source = "".join(_getlines(code.co_filename))
    try:
        tree = _parse(source)
    except Exception:
        return False
    blocks = ast.With, ast.AsyncWith, ast.Try, ast.TryStar
    inside = [node for node in ast.walk(tree) if isinstance(node, (*blocks, ast.FunctionDef)) and node.lineno <= line <= node.end_lineno]
    functions = [node.lineno for node in inside if isinstance(node, ast.FunctionDef)]
    start = max(functions, default=0)
    return any(isinstance(node, blocks) and node.lineno >= start and node.body[0].lineno <= line for node in inside)


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


def _count(things, noun):
    nouns = noun.removesuffix("y") + "ies" if noun[-1] == "y" else noun + "s"
    return f"{len(things)} {noun if len(things) == 1 else nouns}"


EVERYWHERE = _settings, _tracing, _importing, _endings, _recorded, _environment, _signals, _files
OF_MODULES = {
    "warnings": _warnings,
    "logging": _logging,
    "contextvars": _context,
    "decimal": _decimal,
    "locale": _locale,
    "copyreg": _copyreg,
    "mimetypes": _mimetypes,
    "random": _random,
}
