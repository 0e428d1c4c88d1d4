"""Rows of a fingerprint for what modules of the library keep for everybody: filters, loggers, dialects, types, a generator of
chance. See `_probes`; `OF_MODULES` names what asks each of them.
"""
import re
from _random import Random

from ._words import PLAIN, count, exact, ids, is_class, is_own, module_names, name_of, names_of, qualname, text


def _warnings(row, warnings):
    filters = module_names(warnings).get("filters")
    if type(filters) is list:
        row("warnings", "warnings.filters", tuple(map(_filter, filters)), count(filters, "filter"), id(warnings), list(filters))
    else:
        row("warnings", "warnings.filters", id(filters), text(filters), id(warnings))


_Pattern = type(re.compile(""))
_OF_FILTERS = ids(str, int, type(None))


def _filter(entry):
    if type(entry) is not tuple:
        return id(entry)
    return tuple(part if id(type(part)) in _OF_FILTERS else part.pattern if type(part) is _Pattern else id(part) for part in entry)


LEVELS = {0: "NOTSET", 10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"}


def _logging(row, logging):
    manager = names_of(logging.Logger.manager)
    loggers = [("root", logging.root), *((exact(name), logger) for name, logger in list(dict.items(manager["loggerDict"])))]
    for name, logger in loggers:
        if not issubclass(type(logger), logging.Logger):
            continue
        state = names_of(logger) or {}
        for part in "handlers", "filters":
            held = state.get(part)
            if type(held) is list and held:
                row("logging", f"{name}.{part}", tuple(map(id, held)), ", ".join(map(name_of, held[:20])))
        level = state.get("level")
        if type(level) is not int or level != (30 if name == "root" else 0):
            row("logging", f"{name}.level", level, LEVELS.get(level) if type(level) is int else "")
        if _is_on(state.get("disabled")):
            row("logging", f"{name}.disabled", True)
        if not _is_on(state.get("propagate", True)):
            row("logging", f"{name}.propagate", False)
    level = manager.get("_disable", manager.get("disable"))
    if _is_on(level):
        row("logging", "logging.disable", level)


def _is_on(value):
    """Whether a value of the library's counts as true; one of the reader's does, unasked."""
    return bool(value) if id(type(value)) in PLAIN else True


def _decimal(row, decimal):
    for target, context in ("context", decimal.getcontext()), ("DefaultContext", decimal.DefaultContext):
        parts = context.prec, context.rounding, context.Emin, context.Emax, context.capitals, context.clamp, tuple(map(bool, context.traps.values()))
        row("setting", f"decimal.{target}", parts, f"prec={context.prec}, rounding={context.rounding}", id(decimal))


def _csv(row, csv):
    for name in csv.list_dialects():
        dialect = csv.get_dialect(name)
        parts = dialect.delimiter, dialect.quotechar, dialect.escapechar, dialect.lineterminator, dialect.doublequote, dialect.quoting
        row("registry", f"csv.dialects[{exact(name)}]", (*parts, dialect.skipinitialspace, dialect.strict), f"delimiter={parts[0]!r}", id(csv))
    row("setting", "csv.field_size_limit", csv.field_size_limit(), owner=id(csv))


def _locale(row, locale):
    row("setting", "locale.LC_ALL", locale.setlocale(locale.LC_ALL), owner=id(locale))


def _copyreg(row, copyreg):
    for cls, function in list(dict.items(module_names(copyreg).get("dispatch_table"))):
        if is_class(cls) and (is_own(cls) or is_own(function)):
            row("registry", f"copyreg.dispatch_table[{qualname(cls)}]", id(function), text(function))


def _mimetypes(row, mimetypes):
    known = mimetypes.types_map if mimetypes.inited is True else mimetypes._types_map_default
    for suffix, kind in list(dict.items(known)):
        row("registry", f"mimetypes.types_map[{exact(suffix)}]", kind, owner=id(mimetypes))


def _random(row, random):
    state = Random.getstate(random._inst)
    row("random", "random.seed", hash(state), "another state", id(random), state)


OF_MODULES = {
    "warnings": _warnings,
    "logging": _logging,
    "decimal": _decimal,
    "locale": _locale,
    "copyreg": _copyreg,
    "csv": _csv,
    "mimetypes": _mimetypes,
    "random": _random,
}
