"""Kinds for how the library reports: filters of warnings, loggers and their handlers."""

import re
import sys

from .._kind import NEVER, WAS_CHANGED, WHOLE_PROCESS, Kind, is_another, named, of_entries, of_module
from .._words import PLAIN, count, exact, ids, is_module, module_names, name_of, names_of, text
from .attributes import entry_back

_modules = sys.modules


def _warnings(row, warnings):
    filters = module_names(warnings).get("filters")
    if type(filters) is list:
        row("warnings.filters", tuple(map(_filter, filters)), count(filters, "filter"), id(warnings), list(filters))
    else:
        row("warnings.filters", id(filters), text(filters), id(warnings))


_Pattern = type(re.compile(""))
_OF_FILTERS = ids(str, int, type(None))


def _filter(entry):
    """What is compared of a filter: patterns by their texts, since equal ones are made anew all the time."""
    if type(entry) is not tuple:
        return id(entry)
    return tuple(
        part if id(type(part)) in _OF_FILTERS else part.pattern if type(part) is _Pattern else id(part)
        for part in entry
    )


def _warnings_back(finding, main):
    """What takes out the one filter that there is more than there was."""
    if is_module(finding.change.owner):
        return entry_back(finding, main)
    was, now = finding.change.was, module_names(_modules["warnings"])["filters"]
    if type(was) is not list or len(now) != len(was) + 1:
        return ""
    number = next((number for number, (old, new) in enumerate(zip(was, now)) if old is not new), len(was))
    are_same = all(old is new for old, new in zip(was[number:], now[number + 1 :]))
    return f"import warnings\ndel warnings.filters[{number}]\nwarnings._filters_mutated()" if are_same else ""


WARNINGS = Kind(
    "warnings",
    probes=(of_module("warnings", _warnings), of_entries(named("warnings", {"showwarning", "formatwarning"}))),
    added=WAS_CHANGED,
    removed=WAS_CHANGED,
    changed=WAS_CHANGED,
    scope=WHOLE_PROCESS,
    undo=_warnings_back,
    permanent=NEVER,
    compares={"warnings": {"filters"}, "_warnings": {"filters"}},
)

LEVELS = {0: "NOTSET", 10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL"}
DISABLE = "logging.disable"


def _logging(row, logging):
    manager = names_of(logging.Logger.manager)
    loggers = [
        ("root", logging.root),
        *((exact(name), logger) for name, logger in list(dict.items(manager["loggerDict"]))),
    ]
    for name, logger in loggers:
        if not issubclass(type(logger), logging.Logger):
            continue
        state = names_of(logger) or {}
        for part in "handlers", "filters":
            held = state.get(part)
            if type(held) is list and held:
                row(f"{name}.{part}", tuple(map(id, held)), ", ".join(map(name_of, held[:20])))
        level = state.get("level")
        if type(level) is not int or level != (30 if name == "root" else 0):
            row(f"{name}.level", level, LEVELS.get(level) if type(level) is int else "")
        if _is_on(state.get("disabled")):
            row(f"{name}.disabled", True)
        if not _is_on(state.get("propagate", True)):
            row(f"{name}.propagate", False)
    level = manager.get("_disable", manager.get("disable"))
    if _is_on(level):
        row(DISABLE, level)


def _is_on(value):
    """Whether a value counts as true. One of a reader's type is not asked; it does."""
    return bool(value) if id(type(value)) in PLAIN else True


def _logging_back(finding, main):
    if finding.target == DISABLE:
        return "import logging\nlogging.disable(logging.NOTSET)" if finding.is_added else ""
    logger, _, part = finding.target.rpartition(".")
    at = "logging.getLogger()" if logger == "root" else f"logging.getLogger({logger!r})"
    if part in ("handlers", "filters"):
        return f"import logging\n{at}.{part}.clear()" if finding.is_added else ""
    if part == "level":
        level = finding.before[1] if not finding.is_added else "WARNING" if logger == "root" else "NOTSET"
        words = repr(level) if level in LEVELS.values() else level if level.isdigit() else ""
        return f"import logging\n{at}.setLevel({words})" if words else ""
    return f"import logging\n{at}.{part} = {(part == 'propagate') == finding.is_added}"


LOGGING = Kind(
    "logging",
    probes=(of_module("logging", _logging),),
    added="`{target}` is set: {after}",
    removed="`{target}` is unset",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_logging_back,
    permanent=NEVER,
)

KINDS = WARNINGS, LOGGING
