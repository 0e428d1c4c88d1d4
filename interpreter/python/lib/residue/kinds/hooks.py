"""Kinds for what Python calls by itself: its hooks and streams, what traces a program, and what waits for an end."""

import sys
import weakref

from .. import _ways
from .._kind import IS_GONE, IS_NEW, NEVER, WHOLE_PROCESS, Kind, is_another, named, no_program, of_entries, of_process
from .._words import exact, guest, is_own, module_names, module_of, name_of, result_or_none, text
from .attributes import entry_back

# Entries of `sys` of which it has the first ones under another name.


def _original_back(finding, main):
    change, name = finding.change, finding.change.name
    if change.owner is sys and module_names(sys).get(f"__{name}__", change) is change.was:
        return f"import sys\nsys.{name} = sys.__{name}__"
    return entry_back(finding, main)


def _of_sys(kind, *names):
    """The kind of entries of `sys`."""
    return Kind(
        kind,
        probes=(of_entries(named("sys", names)),),
        added=IS_NEW,
        removed=IS_GONE,
        changed=is_another,
        scope=WHOLE_PROCESS,
        undo=_original_back,
        permanent=NEVER,
    )


HOOK = _of_sys("hook", "excepthook", "displayhook", "breakpointhook", "unraisablehook")
STREAM = _of_sys("stream", "stdin", "stdout", "stderr")


# What is told of every line or event.

TOOL = "sys.monitoring tool "
_trace, _profile, _monitoring = sys.gettrace, sys.getprofile, getattr(sys, "monitoring", None)
_tool = getattr(_monitoring, "get_tool", lambda number: None)


def _tracing(row):
    for target, ask in (("sys.settrace", _trace), ("sys.setprofile", _profile)):
        function = ask()
        if function is not None:
            row(target, id(function), text(function))
    for number in range(6):
        tool = result_or_none(_tool, number)
        if tool is not None:
            row(f"{TOOL}{number}", exact(tool))


def _tracing_back(finding, main):
    if not finding.is_added:
        return ""
    if finding.target.startswith(TOOL):
        return f"import sys\nsys.monitoring.free_tool_id({finding.target.removeprefix(TOOL)})"
    return f"import sys\n{finding.target}(None)"


TRACE = Kind(
    "trace",
    probes=(of_process(_tracing),),
    added="`{target}` is active: {after}",
    removed="`{target}` was switched off",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_tracing_back,
    permanent=NEVER,
)


def _audit_hooks(row):
    # Python keeps them where nobody can read them; boot.py has the guest keep a list besides.
    for hook in getattr(guest, "audit_hooks", ()):
        row(name_of(hook), id(hook), text(hook))


AUDIT = Kind(
    "audit",
    probes=(of_process(_audit_hooks),),
    added="the audit hook {target} listens from now on",
    removed=IS_GONE,
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=no_program,
    permanent="Python has no way to remove an audit hook.",
)


# What will be called when something ends.

# What the library registers for itself.
OF_THE_LIBRARY = {"shutdown", "_exitfunc", "_python_exit", "_exit_function", "_run_exitfuncs", "_clear_atexit"}


def _at_exit(row):
    callbacks = guest.atexit_callbacks() if guest else ()
    for callback in callbacks:
        if name_of(callback) not in OF_THE_LIBRARY:
            row(name_of(callback), id(callback), text(callback))


def _at_exit_back(finding, main):
    return _ways.unregistered("atexit", finding.target, guest.atexit_callbacks(), main) if finding.is_added else ""


ATEXIT = Kind(
    "atexit",
    probes=(of_process(_at_exit),),
    added="`{target}` will be called at exit",
    removed="`{target}` will no longer be called at exit",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_at_exit_back,
    permanent=NEVER,
)

_finalizing = weakref.finalize._registry


def _finalizers(row):
    for finalizer, info in list(_finalizing.items()):
        if is_own(info.func) or not module_of(info.func) or module_of(info.func) in ("builtins", "__main__"):
            row(name_of(info.func), id(finalizer), text(info.func))


FINALIZER = Kind(
    "finalizer",
    probes=(of_process(_finalizers),),
    added="`{target}` will run when an object is collected",
    removed="a finalizer is gone: {target}",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=no_program,
    permanent=NEVER,
)

KINDS = HOOK, STREAM, TRACE, AUDIT, ATEXIT, FINALIZER
