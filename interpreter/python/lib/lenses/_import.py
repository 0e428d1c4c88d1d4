"""What an import statement does: who is asked for the module, who runs it, and what stays.

The statement is really run, in the reader's namespace and under the eyes of `_import_watch.py`. The steps say which
names were in `sys.modules`, which finders of `sys.meta_path` were asked and what they said, which path hook took a
place, which loader made and ran the module, what was set on the parent package, which names were bound, and what is
left in `sys.modules`. The mark "new" is for what is the reader's own, and for what was not there before.

The standard finders are not the same everywhere, so they are one step. Paths are shown as places in `sys.path`.
"""

import ast
import sys
from importlib.util import resolve_name
from types import BuiltinFunctionType

from lenses._import_watch import (
    LANES,
    META_PATH,
    MODULES,
    NAMES,
    PARENT,
    Watch,
    is_own_module,
    label_of,
)
from lenses._objects import MISSING, describe, entry
from lenses._picture import NoPicture, cut, step, steps

LONGEST_READING = 199
# Not more names are listed of `from … import *`.
MOST_NAMES = 6

_name = type.__dict__["__name__"].__get__


def look(subject, namespace):
    """The picture of one import statement."""
    taken, readings, found_before, finders_before = [], [], set(sys.modules), list(sys.meta_path)
    for statement in _parsed(subject):
        more, reading, is_telling, has_failed = _look_at_one(statement, namespace)
        taken += more
        readings.append((not is_telling, reading))
        if has_failed:
            break
    left = [name for name in sys.modules if name not in found_before and is_own_module(name)]
    if left:
        taken.append(step(MODULES, "stays", ", ".join(f"`{name}`" for name in left), "new"))
    taken += _changed_finders(finders_before)
    _, reading = readings[-1] if has_failed else min(readings, key=lambda each: each[0])
    return steps(cut(reading, LONGEST_READING) + ".", LANES, taken)


def _parsed(subject):
    """The statement, as one statement for each module that `import` names."""
    try:
        body = ast.parse(subject.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        body = []
    match body:
        case [ast.Import(names=names)]:
            return [ast.copy_location(ast.Import([name]), body[0]) for name in names]
        case [ast.ImportFrom()]:
            return body
    raise NoPicture("This picture is of one import statement.")


def _look_at_one(statement, namespace):
    """The steps, the reading without its full stop, and whether anything was looked for, and whether it has failed."""
    chain, importer = _chain(statement, namespace), _importer(namespace)
    watch = Watch(chain)
    if importer:
        watch.note(NAMES, "`__import__`", f"is {importer} here, and is called", "new")
    else:
        _note_known(watch, chain)
    before = dict(namespace)
    with watch:
        raised = _run(statement, namespace)
    error = _name(type(raised)) if raised is not None else ""
    failing = _failing_end(watch, statement, chain, raised, importer) if error else ""
    bound = [] if error else _note_bound(watch, statement, before, namespace)
    if error:
        watch.note(NAMES, "the statement", f"raises {error}", "fails")
    reading = failing or _reading(watch, chain, bound, importer)
    return watch.steps(), reading, bool(watch.found), bool(error)


def _run(statement, namespace):
    """Run the statement; return what it raises."""
    code = compile(ast.Module([statement], []), "<lens>", "exec", dont_inherit=True)
    try:
        exec(code, namespace)
    except BaseException as error:
        return error
    return None


def _importer(namespace):
    """What the statement calls if that is not Python's own `__import__`, as a text; empty if it is."""
    try:
        importer = eval("__import__", namespace)
    except NameError:
        return "missing"
    return "" if type(importer) is BuiltinFunctionType and importer.__name__ == "__import__" else describe(importer)


def _chain(statement, namespace):
    """The full name of the module that the statement names, after those of its parents; empty if there is none."""
    if type(statement) is ast.Import:
        name = statement.names[0].name
    else:
        name = "." * statement.level + (statement.module or "")
        package = namespace.get("__package__")
        if statement.level:
            try:
                name = resolve_name(name, package if type(package) is str else "")
            except ImportError:
                return []
    parts = name.split(".")
    return [".".join(parts[: length + 1]) for length in range(len(parts))]


def _note_known(watch, chain):
    """What `sys.modules` has: the whole name is looked for, then its parents, until one is there."""
    for name in reversed(chain):
        held = sys.modules.get(name, MISSING)
        if held is None:
            watch.note(MODULES, f"`{name}`", "is `None`, which forbids the import", "fails")
            return
        if held is not MISSING:
            watch.note(MODULES, f"`{name}`", "there, so no finder is asked for it", "answers")
            return
        watch.note_absent(name)


def _note_bound(watch, statement, before, namespace):
    """The names that the statement has bound."""
    names = [alias.asname or alias.name for alias in statement.names]
    if type(statement) is ast.Import and statement.names[0].asname is None:
        names = [names[0].partition(".")[0]]
    elif names == ["*"]:
        names = [name for name in namespace if entry(before, name) is not namespace[name]][:MOST_NAMES]
    for name in names:
        was = entry(before, name)
        value = entry(namespace, name)
        mark = "new" if was is MISSING else "" if was is value else "changed"
        watch.note(NAMES, f"`{name}`", f"is {'still ' * (not mark)}{describe(value)}", mark)
    return names


def _changed_finders(before):
    """A step for each finder that the import itself has put on `sys.meta_path`, or taken from it."""
    now = list(sys.meta_path)
    come = [finder for finder in now if not any(finder is each for each in before)]
    gone = [finder for finder in before if not any(finder is each for each in now)]
    return [
        *(step(META_PATH, f"`{label_of(finder)}`", "is asked from now on", "new") for finder in come),
        *(step(META_PATH, f"`{label_of(finder)}`", "is gone from here", "changed") for finder in gone),
    ]


# The sentence.


def _failing_end(watch, statement, chain, raised, importer):
    """The reading of a statement that has failed; its last steps are noted."""
    error = _name(type(raised))
    if watch.failed_loader and watch.failed_loader[2] == error:
        who, name, _ = watch.failed_loader
        left = [each for each in watch.nested() if each in sys.modules]
        more = f"; {_listed(left)} stay{'s' * (len(left) == 1)}" if left else ""
        gone = f", so `{name}` is {'not' if 'create' in who else 'no longer'} in `sys.modules`"
        gone = gone if name not in sys.modules else ""
        return f"{who} raises `{error}`{gone}{more}"
    if watch.failed_finder and watch.failed_finder[2] == error:
        finder, name, _ = watch.failed_finder
        return f"`{finder}` raises `{error}` when it is asked for `{name}`, and the finders after it are not asked"
    forbidden = [name for name in chain if sys.modules.get(name, MISSING) is None]
    if forbidden:
        return f"`sys.modules` has `None` for `{forbidden[0]}`, which forbids the import: no finder is asked"
    if importer:
        return f"The statement calls {importer} in place of Python's own `__import__`, and raises `{error}`"
    if not chain:
        return f"A relative import needs a package, and this code is in none, so the statement raises `{error}`"
    missing = [name for name in chain if name not in sys.modules]
    if missing and issubclass(type(raised), ModuleNotFoundError):
        parent = missing[0].rpartition(".")[0]
        if parent and getattr(sys.modules[parent], "__path__", MISSING) is MISSING:
            watch.note(PARENT, f"`{parent}`", "has no `__path__`: it is no package", "fails")
            return f"`{parent}` is no package, so no finder is asked for `{missing[0]}`"
        if watch.was_asked_for(missing[0]):
            return f"Every finder passes on `{missing[0]}`, so the statement raises `{error}`"
    if not missing and type(statement) is ast.ImportFrom and issubclass(type(raised), ImportError):
        module = sys.modules[chain[-1]]
        lacking = [alias.name for alias in statement.names if not hasattr(module, alias.name)]
        if lacking:
            watch.note(NAMES, f"`{lacking[0]}`", f"`{chain[-1]}` has no such name", "fails")
            is_package = getattr(module, "__path__", MISSING) is not MISSING
            also = "no finder has such a module" if is_package else "is no package, so no finder is asked"
            return f"`{chain[-1]}` has no `{lacking[0]}`, and {also}: the statement raises `{error}`"
    return f"The statement raises `{error}`"


def _reading(watch, chain, bound, importer):
    target = chain[-1] if chain else ""
    names = _listed(bound) if bound else "nothing"
    if importer:
        return f"The statement calls {importer} in place of Python's own `__import__`, and binds {names}"
    if not watch.found:
        are = "is" if len(bound) == 1 else "are"
        return f"`{target}` is in `sys.modules`, so no finder is asked and nothing runs: only {names} {are} bound"
    name = target if target in watch.found else next(reversed(watch.found))
    finder, is_own = watch.found[name]
    stays = f"`{name}` {'stays' if name in sys.modules else 'does not stay'} in `sys.modules`"
    end = f"{watch.code.get(name, 'its code has not run')}, and {stays}"
    if is_own:
        return f"`{finder}` on `sys.meta_path` has the spec of `{name}`: {end}"
    return f"The standard finders have the spec of `{name}`: {end}"


def _listed(names):
    return " and ".join(", ".join(f"`{name}`" for name in names).rsplit(", ", 1))
