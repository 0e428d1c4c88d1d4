"""Kinds for values that the whole process goes by: settings, the state of the shared random generator, context
variables."""

import contextvars
import gc
import os
import sys
from _random import Random

from .._kind import (
    NEVER,
    WAS_CHANGED,
    WHOLE_PROCESS,
    Kind,
    is_another,
    named,
    no_program,
    of_entries,
    of_module,
    of_process,
    of_snapshot,
)
from .._words import PLAIN, count, exact, guest, is_module, module_names, result_or_none, text
from .attributes import entry_back
from .imports import LISTS, list_type

# What `sys` holds, whatever it answers when it is asked for it.
_of_sys = module_names(sys)


# Settings.

# What gives the value of each.
GETTERS = {
    "sys.recursionlimit": sys.getrecursionlimit,
    "sys.int_max_str_digits": sys.get_int_max_str_digits,
    "sys.switchinterval": sys.getswitchinterval,
    "sys.coroutine_origin_tracking_depth": getattr(sys, "get_coroutine_origin_tracking_depth", lambda: 0),
    "gc.threshold": gc.get_threshold,
    "gc.debug": gc.get_debug,
    "os.cwd": os.getcwd,
}
# How the process's own streams write: (name in `sys`, part). That another stream has taken the place of one is another
# kind.
OF_STREAMS = [(name, part) for name in ("stdout", "stderr") for part in ("encoding", "errors", "line_buffering")]
# The programs that set a value again.
SETTERS = {
    "sys.recursionlimit": "import sys\nsys.setrecursionlimit({})",
    "sys.int_max_str_digits": "import sys\nsys.set_int_max_str_digits({})",
    "sys.switchinterval": "import sys\nsys.setswitchinterval({})",
    "sys.coroutine_origin_tracking_depth": "import sys\nsys.set_coroutine_origin_tracking_depth({})",
    "gc.threshold": "import gc\ngc.set_threshold(*{})",
    "gc.debug": "import gc\ngc.set_debug({})",
    "os.cwd": "import os\nos.chdir({})",
    "os.umask": "import os\nos.umask({})",
    "socket.defaulttimeout": "import socket\nsocket.setdefaulttimeout({})",
    "csv.field_size_limit": "import csv\ncsv.field_size_limit({})",
    **{f"sys.{name}.{part}": f"import sys\nsys.__{name}__.reconfigure({part}={{}})" for name, part in OF_STREAMS},
    "locale.LC_ALL": "import locale\nlocale.setlocale(locale.LC_ALL, {})",
}
ASYNCGEN_HOOKS = "sys.asyncgen_hooks"
COLLECTS = "gc.enabled"
_asyncgen_hooks = getattr(sys, "get_asyncgen_hooks", lambda: ())
_umask = getattr(os, "umask", None)


def _collects(row, snapshot, mark):
    row(COLLECTS, snapshot.collects)


def _settings(row):
    for target, ask in GETTERS.items():
        row(target, result_or_none(ask))
    row(ASYNCGEN_HOOKS, tuple(map(id, result_or_none(_asyncgen_hooks) or ())), "hooks")
    argv = _of_sys.get("argv")
    row(
        "sys.argv",
        tuple(each if type(each) is str else id(each) for each in argv) if type(argv) is list else None,
        text(argv),
    )
    # What stands where a list belongs; what looks at the list itself can't look then.
    for name in LISTS:
        things = _of_sys.get(name)
        is_list = list_type(things)
        row(f"sys.{name}", 0 if is_list else id(things), "a list" if is_list else text(things))


def _callbacks_of_gc(row):
    callbacks = module_names(gc)["callbacks"]
    if type(callbacks) is not list:
        raise TypeError
    row("gc.callbacks", tuple(map(id, callbacks)), count(callbacks, "callback"))


_streams_of_process = {name: getattr(sys, f"__{name}__", None) for name, _ in OF_STREAMS}


def _streams(row):
    for name, part in OF_STREAMS:
        value = result_or_none(getattr, _streams_of_process[name], part)
        if type(value) is str or type(value) is bool:
            row(f"sys.{name}.{part}", value)


def _mask_of_files(row):
    if guest is None:
        # In another Python it belongs to a process that others may share, and reading it would change it for a moment.
        return
    # There is no other way to read it.
    mask = _umask(0o022)
    _umask(mask)
    row("os.umask", mask, oct(mask))


def _decimal(row, decimal):
    for target, context in (
        ("context", decimal.getcontext()),
        ("DefaultContext", decimal.DefaultContext),
        ("BasicContext", decimal.BasicContext),
        ("ExtendedContext", decimal.ExtendedContext),
    ):
        parts = (
            context.prec,
            context.rounding,
            context.Emin,
            context.Emax,
            context.capitals,
            context.clamp,
            tuple(map(bool, context.traps.values())),
        )
        row(f"decimal.{target}", parts, f"prec={context.prec}, rounding={context.rounding}", id(decimal))


def _locale(row, locale):
    row("locale.LC_ALL", locale.setlocale(locale.LC_ALL), owner=id(locale))


def _event_loop(row, events):
    # Read without asking: the function that gives the loop may make one.
    policy = module_names(events).get("_event_loop_policy")
    loop = result_or_none(getattr, result_or_none(getattr, policy, "_local"), "_loop")
    row("asyncio.event_loop", id(loop) if loop is not None else None, text(loop), id(events))


def _sockets(row, socket):
    row("socket.defaulttimeout", socket.getdefaulttimeout(), owner=id(socket))


def _csv(row, csv):
    row("csv.field_size_limit", csv.field_size_limit(), owner=id(csv))


def _setting_back(finding, main):
    target, words = finding.target, finding.before[1]
    if is_module(finding.change.owner):
        return entry_back(finding, main)
    if target in SETTERS:
        is_known = not finding.is_added and words != "None" and words[-1:] != "…"
        return SETTERS[target].format(words) if is_known else ""
    if target == COLLECTS:
        return "import gc\n" + ("gc.enable()" if words == "True" else "gc.disable()")
    return ""


SETTING = Kind(
    "setting",
    probes=(
        of_snapshot(_collects),
        of_process(_settings),
        of_process(_callbacks_of_gc),
        of_process(_streams),
        of_process(_mask_of_files),
        of_module("decimal", _decimal),
        of_module("locale", _locale),
        of_module("csv", _csv),
        of_module("asyncio.events", _event_loop),
        of_module("socket", _sockets),
        of_entries(named("sys", {"dont_write_bytecode"})),
    ),
    added=WAS_CHANGED,
    removed=WAS_CHANGED,
    changed=WAS_CHANGED,
    scope=WHOLE_PROCESS,
    undo=_setting_back,
    permanent=NEVER,
    compares={"sys": {"argv"}},
    of_event_loops=(ASYNCGEN_HOOKS, "asyncio.event_loop"),
)


# The random generator that the functions of `random` share.


def _random(row, random):
    state = Random.getstate(random._inst)
    row("random.seed", hash(state), "another state", id(random), state)


def _only_drew(old, new):
    """Whether drawing numbers leads from one state to the other: a million of them at most."""
    return old is not None and new is not None and result_or_none(_leads_to, old[3], new[3])


def _leads_to(before, after):
    twin = Random()
    twin.setstate(before)
    size = len(before) - 1
    twin.getrandbits(32 * ((after[-1] - before[-1]) % size or size))
    for _ in range(2000):
        if twin.getstate() == after:
            return True
        twin.getrandbits(32 * size)
    return False


SEEDED = "the shared random generator was seeded"
RANDOM = Kind(
    "random",
    probes=(of_module("random", _random),),
    added=SEEDED,
    removed=SEEDED,
    changed=SEEDED,
    scope=WHOLE_PROCESS,
    undo=no_program,
    permanent=NEVER,
    is_ordinary=_only_drew,
)


# Context variables.

# The number of the last look that the film took in this context; it tells a copy of the context from the context
# itself.
last_look = contextvars.ContextVar("residue: number of the last look")
# Context variables of the library, and ours.
OF_THE_LIBRARY = {"decimal_context", "warnings_context", "_warnings_context", last_look.name}
_copy_context = contextvars.copy_context


def _context(row):
    for variable, value in list(_copy_context().items()):
        name = exact(variable.name)
        if name not in OF_THE_LIBRARY:
            row(name, value if id(type(value)) in PLAIN or type(value) is tuple else id(value), text(value))


CONTEXT = Kind(
    "context",
    probes=(of_process(_context),),
    added="the context variable {target} is set: {after}",
    removed="the context variable {target} is unset",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=no_program,
    permanent=NEVER,
    in_context=True,
)

KINDS = SETTING, RANDOM, CONTEXT
