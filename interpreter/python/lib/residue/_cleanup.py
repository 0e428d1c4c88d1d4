"""What would take a finding back: Python that a reader can read, copy and run. And how far a finding reaches.

A program does what its row says and nothing else, or there is none: what it names must lead to the very thing (`_ways`), and
what it writes must be a value that can be written.
"""
import contextlib
import sys
import types

from . import _ways
from ._changes import NOTHING, PERMANENT
from ._registries import LEVELS
from ._ways import assigned, deleted, is_plain, literal
from ._words import PLAIN, entry, ids, is_class, is_module, module_name, module_names, module_of, name_of, names_of, qualname, tried

try:
    import _residue
except ImportError:
    _residue = None

NAME, MODULE, CLASS, PROCESS = "this name", "this module", "this class", "the whole process"
SCOPES = {"shadow": "this object", "cache": "this function", "generator": NAME, "phantom": NAME, "verdict": "this contract", "abc": "this contract", "dispatch": "this function"}
RESETS = {
    "sys.settrace": "import sys\nsys.settrace(None)",
    "sys.setprofile": "import sys\nsys.setprofile(None)",
    "sys.excepthook": "import sys\nsys.excepthook = sys.__excepthook__",
    "sys.displayhook": "import sys\nsys.displayhook = sys.__displayhook__",
    "sys.breakpointhook": "import sys\nsys.breakpointhook = sys.__breakpointhook__",
    "sys.unraisablehook": "import sys\nsys.unraisablehook = sys.__unraisablehook__",
    "sys.stdout": "import sys\nsys.stdout = sys.__stdout__",
    "sys.stderr": "import sys\nsys.stderr = sys.__stderr__",
    "sys.stdin": "import sys\nsys.stdin = sys.__stdin__",
    "logging.disable": "import logging\nlogging.disable(logging.NOTSET)",
}
SETTERS = {
    "sys.recursionlimit": "import sys\nsys.setrecursionlimit({})",
    "sys.int_max_str_digits": "import sys\nsys.set_int_max_str_digits({})",
    "sys.switchinterval": "import sys\nsys.setswitchinterval({})",
    "sys.coroutine_origin_tracking_depth": "import sys\nsys.set_coroutine_origin_tracking_depth({})",
    "sys.dont_write_bytecode": "import sys\nsys.dont_write_bytecode = {}",
    "gc.threshold": "import gc\ngc.set_threshold(*{})",
    "gc.debug": "import gc\ngc.set_debug({})",
    "os.cwd": "import os\nos.chdir({})",
    "os.umask": "import os\nos.umask({})",
    "csv.field_size_limit": "import csv\ncsv.field_size_limit({})",
    **{f"sys.{name}.{part}": f"import sys\nsys.__{name}__.reconfigure({part}={{}})" for name in ("stdout", "stderr") for part in ("encoding", "errors", "line_buffering")},
    "locale.LC_ALL": "import locale\nlocale.setlocale(locale.LC_ALL, {})",
}


# Letters of a program; a longer one nobody reads before running it.
LONGEST_PROGRAM = 2000
# Equal lines that a program may have, for what is there several times.
MOST_TIMES = 20
# Variables that have a method to end what waits in them.
_CLOSED = ids(types.GeneratorType, types.CoroutineType)
_Stack, _Manager = contextlib.ExitStack, contextlib._GeneratorContextManager
_modules = sys.modules


def scope(finding):
    if finding.kind in SCOPES:
        return SCOPES[finding.kind]
    owner = finding.change.owner
    if is_class(owner):
        return CLASS
    if finding.kind == "attribute" and (is_module(owner) or finding.target.endswith(".__class__")):
        return MODULE
    if finding.kind == "shadow" and "." not in finding.target:
        return "this notebook"
    return PROCESS


def why_not(finding, undo):
    """Why nothing takes this finding back, or ""."""
    if finding.status == "permanent":
        return PERMANENT[finding.kind]
    if undo or finding.status == "reverted":
        return ""
    if finding.before is NOTHING:
        return "No short program leads to it; undoing the run takes it away."
    return "What was there before is gone; undoing the run brings it back."


def undo(finding, main):
    """A program that takes the finding back; "" if there is none."""
    program = tried(_program, finding, main) if finding.status == "left" else None
    return program if program and len(program) <= LONGEST_PROGRAM else ""


def _program(finding, main):
    kind, target, before, after, change = finding.kind, finding.target, finding.before, finding.after, finding.change
    added, removed = before is NOTHING, after is NOTHING
    if is_class(change.owner) or is_module(change.owner):
        return _attribute(change, added, main)
    if kind == "attribute" and target.endswith(".__class__"):
        return _class_of_module(change.owner, main) if added else ""
    if kind == "shadow":
        return _shadow(change, main) if added else ""
    if kind in ("trace", "logging") and target in RESETS:
        return RESETS[target] if added else ""
    if kind == "setting" and target in SETTERS:
        known = before is not NOTHING and before[1] != "None" and before[1][-1:] != "…"
        return SETTERS[target].format(before[1]) if known else ""
    if target == "gc.enabled":
        return "import gc\n" + ("gc.enable()" if before[1] == "True" else "gc.disable()")
    if kind == "module":
        if added:
            return f"import sys\ndel sys.modules[{target!r}]" if target in _modules else ""
        return f"import {target}" if removed and _ways.is_dotted(target) else ""
    if kind in ("meta_path", "path_hook") and added:
        place = "meta_path" if kind == "meta_path" else "path_hooks"
        numbers = [number for number, thing in enumerate(_of_sys(place, list)) if name_of(thing) == target]
        return _lines("import sys", [f"del sys.{place}[{number}]" for number in reversed(numbers)])
    if kind == "sys_path":
        if added:
            times = sum(type(entry) is str and entry == target for entry in _of_sys("path", list))
            return _lines("import sys", [f"sys.path.remove({target!r})"] * times)
        return f"import sys\nsys.path.append({target!r})" if removed else ""
    if kind == "environ":
        return f"import os\ndel os.environ[{target!r}]" if added else _written(f"import os\nos.environ[{target!r}] = ", change.was)
    if kind == "file" and added:
        return f"import os\nos.{'rmdir' if after[1] == 'a folder' else 'remove'}({target!r})"
    if kind == "signal" and added:
        return f"import signal\nsignal.signal(signal.{target}, signal.{'default_int_handler' if target == 'SIGINT' else 'SIG_DFL'})"
    if kind == "logging":
        return _logging(target, added, before)
    if kind == "warnings":
        return _warnings(change.was)
    if kind == "trace" and added and target.startswith("sys.monitoring tool "):
        return f"import sys\nsys.monitoring.free_tool_id({target.rpartition(' ')[2]})"
    if kind == "importer_cache" and added:
        return f"import sys\ndel sys.path_importer_cache[{target!r}]" if target in _of_sys("path_importer_cache", dict) else ""
    if kind == "registry":
        return _table(target, *change.was, main) if change.was else _registered(target, main) if added else ""
    if kind in OF_VARIABLES:
        return OF_VARIABLES[kind](finding, main)
    return ""


def _of_sys(name, kind):
    """What `sys` has under a name, as long as it is what belongs there."""
    things = module_names(sys).get(name)
    return things if type(things) is kind else kind()


def _lines(first, lines):
    return "\n".join([first, *lines]) if 0 < len(lines) <= MOST_TIMES else ""


def _written(beginning, value):
    words = literal(value)
    return beginning + words if words is not None else ""


def _attribute(change, added, main):
    """What gives a module or class an attribute back, or takes it."""
    owner, name, was = change.owner, change.name, change.was
    if owner is sys and change.target in RESETS and module_names(sys).get(f"__{name}__", change) is was:
        return RESETS[change.target]
    way = _ways.to(owner, main)
    if not way:
        return ""
    lines, place = way
    if added:
        return "\n".join([*lines, deleted(place, name)])
    words = literal(was) if id(type(was)) in PLAIN else None
    key = f"{module_of(owner)}.{qualname(owner)}" if is_class(owner) else module_name(owner)
    if words is None and getattr(_residue, "originals", {}).get(key, {}).get(name, change) is was:
        lines, words = ["import residue", *lines], f"residue.original({f'{key}.{name}'!r})"
    return "\n".join([*lines, assigned(place, name, words)]) if words is not None else ""


def _class_of_module(number, main):
    module = next((module for module in dict.values(_modules) if id(module) == number), None)
    way = _ways.to(module, main) if is_module(module) else None
    return "\n".join([*way[0], "import types", f"{way[1]}.__class__ = types.ModuleType"]) if way else ""


def _shadow(change, main):
    if change.owner is None:
        return f"del {change.target}"
    way = _ways.labelled(change.target[: -len(change.name) - 1], change.owner, main)
    return "\n".join([*way[0], deleted(way[1], change.name)]) if way else ""


def _table(target, table, parts, main):
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
        todo += [("{}.discard({})" if key in table else "{}.add({})", key) for key in set(table).symmetric_difference(parts[0])]
    words = [[literal(value) for value in values] for _, *values in todo]
    if len(todo) > 12 or any(None in each for each in words):
        return ""
    return "\n".join([*lines, *(form.format(place, *each) for (form, *_), each in zip(todo, words))])


def _registered(target, main):
    """What takes a registration out of the table that it is in."""
    table, _, key = target.partition("[")
    key = key[:-1]
    if table == "csv.dialects":
        return f"import csv\ncsv.unregister_dialect({key!r})"
    if table == "mimetypes.types_map":
        return f"import mimetypes\ndel mimetypes.types_map[{key!r}]"
    known = module_names(_modules["copyreg"])["dispatch_table"]
    classes = [cls for cls in dict.keys(known) if is_class(cls) and qualname(cls) == key]
    way = _ways.to(classes[0], main) if len(classes) == 1 else None
    return "\n".join(["import copyreg", *way[0], f"del copyreg.dispatch_table[{way[1]}]"]) if way else ""


def _logging(target, added, before):
    logger, _, part = target.rpartition(".")
    at = "logging.getLogger()" if logger == "root" else f"logging.getLogger({logger!r})"
    if part in ("handlers", "filters"):
        return f"import logging\n{at}.{part}.clear()" if added else ""
    if part == "level":
        level = before[1] if before is not NOTHING else "WARNING" if logger == "root" else "NOTSET"
        words = repr(level) if level in LEVELS.values() else level if level.isdigit() else ""
        return f"import logging\n{at}.setLevel({words})" if words else ""
    return f"import logging\n{at}.{part} = {(part == 'propagate') == added}"


def _warnings(was):
    """What takes out the one filter that is more than there was."""
    now = module_names(_modules["warnings"])["filters"]
    if type(was) is not list or len(now) != len(was) + 1:
        return ""
    number = next((number for number, (old, new) in enumerate(zip(was, now)) if old is not new), len(was))
    same = all(old is new for old, new in zip(was[number:], now[number + 1 :]))
    return f"import warnings\ndel warnings.filters[{number}]\nwarnings._filters_mutated()" if same else ""


def _cache(finding, main):
    first, *rest = finding.target.split(".")
    value = main.get(first)
    for name in rest:
        value = entry(value, name) if is_class(value) else None
    return f"{finding.target}.cache_clear()" if id(value) == finding.change.owner and _ways.is_dotted(finding.target) else ""


def _generator(finding, main):
    name, value = finding.target, main.get(finding.target)
    if not is_plain(name):
        return ""
    if finding.after[1].endswith("to come"):
        return f"{name}.close()" if type(value) is _Stack else ""
    if id(type(value)) in _CLOSED:
        return f"{name}.close()"
    guarded = type(value) is _Manager and id(type(names_of(value).get("gen"))) in _CLOSED
    return f"{name}.__exit__(None, None, None)" if guarded else ""


def _phantom(finding, main):
    holder, key = finding.change.was
    words = literal(key)
    way = _ways.labelled(finding.target.partition("[")[0], holder, main)
    return "\n".join([*way[0], f"del {way[1]}[{words}]"]) if finding.before is NOTHING and words is not None and way else ""


def _at_exit(finding, main):
    return _callback("atexit", finding.target, _residue.atexit_callbacks(), main) if finding.before is NOTHING else ""


def _codec(finding, main):
    name = finding.target.removeprefix("codecs.register ")
    return _callback("codecs", name, _residue.codec_searches, main) if finding.before is NOTHING else ""


def _callback(module, name, callbacks, main):
    """What unregisters a function by its name, if it is the only one of that name."""
    named = [callback for callback in callbacks if name_of(callback) == name]
    ours = is_plain(name) and named and all(callback is main.get(name) for callback in named)
    return f"import {module}\n{module}.unregister({name})" if ours else ""


OF_VARIABLES = {"cache": _cache, "generator": _generator, "phantom": _phantom, "atexit": _at_exit, "codec": _codec}
