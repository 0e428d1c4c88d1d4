"""What would take a finding back: Python that a reader can read, copy and run. And how far a finding reaches."""
import contextlib
import sys
import types

from ._changes import NOTHING, PERMANENT
from ._words import PLAIN, class_name, is_class, is_module, is_own, module_of, name_of

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
    **{f"sys.{name}.{part}": f"import sys\nsys.{name}.reconfigure({part}={{}})" for name in ("stdout", "stderr") for part in ("encoding", "errors", "line_buffering")},
    "locale.LC_ALL": "import locale\nlocale.setlocale(locale.LC_ALL, {})",
}


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


def why_not(finding):
    """Why nothing takes this finding back, or ""."""
    if finding.status == "permanent":
        return PERMANENT[finding.kind]
    return "" if undo(finding) else "What was there before is gone; undoing the run brings it back."


def undo(finding):
    """A program that takes the finding back; "" if there is none."""
    if finding.status != "left":
        return ""
    kind, target, before, after = finding.kind, finding.target, finding.before, finding.after
    added, removed = before is NOTHING, after is NOTHING
    if is_class(finding.change.owner) or is_module(finding.change.owner):
        kept = getattr(sys, f"__{target.rpartition('.')[2]}__", finding)
        return RESETS[target] if target in RESETS and kept is finding.change.was else _attribute(finding, added)
    if target.endswith(".__class__"):
        holder = target.removesuffix(".__class__")
        return f"import {holder}, types\n{holder}.__class__ = types.ModuleType" if added else ""
    if kind == "shadow":
        module = target.rpartition(".")[0].rpartition(".")[0]
        return (f"import {module}\n" if module in sys.modules else "") + f"del {target}" if added else ""
    if target in RESETS and not removed:
        return RESETS[target]
    if target in SETTERS:
        return SETTERS[target].format(before[1])
    if target == "gc.enabled":
        return "import gc\n" + ("gc.enable()" if before[1] == "True" else "gc.disable()")
    if kind == "module":
        return f"import sys\ndel sys.modules[{target!r}]" if added else (f"import {target}" if removed else "")
    if kind in ("meta_path", "path_hook") and added:
        place = "sys.meta_path" if kind == "meta_path" else "sys.path_hooks"
        things = sys.meta_path if kind == "meta_path" else sys.path_hooks
        numbers = [number for number, thing in enumerate(things) if name_of(thing) == target]
        return f"import sys\ndel {place}[{numbers[0]}]" if numbers else ""
    if kind == "sys_path":
        return f"import sys\nsys.path.{'remove' if added else 'append'}({target!r})"
    if kind == "environ":
        return f"import os\ndel os.environ[{target!r}]" if added else f"import os\nos.environ[{target!r}] = {before[1]!r}"
    if kind == "cache":
        return f"{target}.cache_clear()"
    if kind == "generator" and after[1].endswith("to come"):
        return f"{target}.close()" if type(sys.modules["__main__"].__dict__.get(target)) is contextlib.ExitStack else ""
    if kind == "generator":
        return f"{target}.close()" if _is_generator(target) else f"{target}.__exit__(None, None, None)"
    if kind == "phantom":
        module = target.partition("[")[0].rpartition(".")[0]
        return f"import {module}\ndel {target}" if module else f"del {target}"
    if kind == "file" and added:
        return f"import os\nos.{'rmdir' if after[1] == 'a folder' else 'remove'}({target!r})"
    if kind == "signal":
        return f"import signal\nsignal.signal(signal.{target}, signal.{'default_int_handler' if target == 'SIGINT' else 'SIG_DFL'})"
    if kind == "logging":
        return _logging(target, added, before)
    if kind == "warnings":
        return "import warnings\ndel warnings.filters[0]\nwarnings._filters_mutated()" if _one_more(before[1], after[1]) else ""
    if kind == "trace" and target.startswith("sys.monitoring tool "):
        return f"import sys\nsys.monitoring.free_tool_id({target.rpartition(' ')[2]})"
    if kind == "importer_cache" and added:
        return f"import sys\ndel sys.path_importer_cache[{target!r}]"
    if kind == "registry" and finding.change.was:
        return _table(target, *finding.change.was)
    if kind == "registry" and added:
        table, _, key = target.partition("[")
        if table == "csv.dialects":
            return f"import csv\ncsv.unregister_dialect({key[:-1]!r})"
        return f"import copyreg\ndel {target}" if table.startswith("copyreg") else f"import mimetypes\ndel {table}[{key[:-1]!r}]"
    if kind == "atexit" and added and _in_main(target):
        return f"import atexit\natexit.unregister({target})"
    if kind == "codec" and _in_main(target.rpartition(" ")[2]):
        return f"import codecs\ncodecs.unregister({target.rpartition(' ')[2]})"
    return ""


def _attribute(finding, added):
    owner, (_, _, name) = finding.change.owner, finding.target.rpartition(".")
    holder = finding.target.rpartition(".")[0]
    module = module_of(owner) if is_class(owner) else holder
    lines = [] if module in ("__main__", "") or module == "builtins" and is_class(owner) else [f"import {module}"]
    if added:
        return "\n".join([*lines, f"del {holder}.{name}"])
    was = finding.change.was
    if type(was) in PLAIN:
        return "\n".join([*lines, f"{holder}.{name} = {was!r}"])
    place = holder if not is_class(owner) else f"{module}.{owner.__qualname__}"
    if getattr(_residue, "originals", {}).get(place, {}).get(name, finding) is was:
        key = f"{place}.{name}"
        return "\n".join(["import residue", *lines, f"{holder}.{name} = residue.original({key!r})"])
    return ""


def _table(target, table, parts):
    """What gives a dict, list or set of the library its plain entries back, and takes the new ones."""
    lines = [f"import {target.rpartition('.')[0]}"]
    if type(table) is dict:
        was = dict(zip(*parts))
        lines += [f"del {target}[{_written(key)}]" for key in table if key not in was]
        lines += [f"{target}[{_written(key)}] = {_written(value)}" for key, value in was.items() if table.get(key, lines) is not value]
    elif type(table) is list:
        lines.append(f"{target}[:] = [{', '.join(map(_written, parts[0]))}]")
    else:
        lines += [f"{target}.{'discard' if key in table else 'add'}({_written(key)})" for key in set(table).symmetric_difference(parts[0])]
    return "" if any(UNWRITTEN in line or len(line) > 600 for line in lines) or len(lines) > 12 else "\n".join(lines)


UNWRITTEN = "\0"


def _written(value):
    """A plain value as one writes it, a member of an enumeration of numbers or strings as its value."""
    if type(value) in PLAIN:
        return repr(value)
    if type(value) is tuple:
        return f"({''.join(_written(part) + ', ' for part in value)})"
    base = next((base for base in (int, str) if issubclass(type(value), base) and not is_own(value)), None)
    return base.__repr__(value) if base else UNWRITTEN


def _logging(target, added, before):
    logger, _, part = target.rpartition(".")
    at = "logging.getLogger()" if logger == "root" else f"logging.getLogger({logger!r})"
    if part in ("handlers", "filters"):
        return f"import logging\n{at}.{part}.clear()" if added else ""
    if part == "level":
        return f"import logging\n{at}.setLevel({before[1] if before is not NOTHING else ('WARNING' if logger == 'root' else 'NOTSET')!r})"
    return f"import logging\n{at}.{part} = {part == 'propagate'}"


def _one_more(before, after):
    return int(after.split()[0]) == int(before.split()[0]) + 1 if before[:1].isdigit() and after[:1].isdigit() else False


def _in_main(name):
    return name in sys.modules["__main__"].__dict__


def _is_generator(name):
    return type(sys.modules["__main__"].__dict__.get(name)) is types.GeneratorType
