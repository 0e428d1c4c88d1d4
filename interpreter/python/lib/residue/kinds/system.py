"""Kinds for what a process has from its operating system: an environment, files, signals."""

import os

from .. import _ways
from .._kind import IS_GONE, IS_NEW, NEVER, WHOLE_PROCESS, Kind, is_another, of_process
from .._words import exact, guest, module_names, names_of, result_or_none, text

if guest is None:
    import signal as _signal
else:
    import _signal

# What `os` holds, whatever it answers when it is asked for it.
_of_os = module_names(os)
_Environ = type(os.environ)


def _environment(row):
    environ = _of_os.get("environ")
    if type(environ) is not _Environ:
        raise TypeError
    for key, value in list(dict.items(names_of(environ)["_data"])):
        key, value = _decoded(key), _decoded(value)
        if key is not None:
            row(key, value, kept=value)


def _decoded(raw):
    """As `os.fsdecode` gives it, which leads back to the same bytes."""
    return raw.decode("utf-8", "surrogateescape") if type(raw) is bytes else exact(raw, None)


def _environment_back(finding, main):
    target = finding.target
    return (
        f"import os\ndel os.environ[{target!r}]"
        if finding.is_added
        else _ways.with_value(f"import os\nos.environ[{target!r}] = ", finding.change.was)
    )


ENVIRON = Kind(
    "environ",
    probes=(of_process(_environment),),
    added="the environment has {target}={after}",
    removed="the environment has lost {target}",
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_environment_back,
    permanent=NEVER,
)

_handlers = _signal.getsignal
SIGNALS = [
    (getattr(_signal, name), name)
    for name in dir(_signal)
    if name.startswith("SIG") and name[3] != "_" and name not in ("SIG_DFL", "SIG_IGN", "SIG_BLOCK")
]
_original_handlers = {number: result_or_none(_handlers, number) for number, _ in SIGNALS}


def _signals(row):
    for number, name in SIGNALS:
        handler = result_or_none(_handlers, number)
        if handler is not _original_handlers[number]:
            row(name, handler if type(handler) is int else id(handler), text(handler))


def _signal_back(finding, main):
    usual = "default_int_handler" if finding.target == "SIGINT" else "SIG_DFL"
    return f"import signal\nsignal.signal(signal.{finding.target}, signal.{usual})" if finding.is_added else ""


SIGNAL = Kind(
    "signal",
    probes=(of_process(_signals),),
    added=IS_NEW,
    removed=IS_GONE,
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=_signal_back,
    permanent=NEVER,
    of_event_loops=("SIGINT",),
)

# Folders at the root that hold no files of the reader's.
NOT_FILES = {"lib", "dev", "proc"}
A_FOLDER = "a folder"
_scandir = os.scandir


def _files(row):
    if guest is None:
        # Another Python's files are the whole machine's.
        return
    folders = ["/"]
    for folder in folders:
        for entry in result_or_none(lambda folder=folder: list(_scandir(folder))) or ():
            if folder == "/" and entry.name in NOT_FILES:
                continue
            about = result_or_none(lambda entry=entry: entry.stat(follow_symlinks=False))
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
                row(entry.path, "folder", A_FOLDER)
            elif about is not None:
                row(entry.path, (about.st_ino, about.st_size, about.st_mtime_ns), f"{about.st_size:,} bytes")


def _file_back(finding, main):
    removing = "rmdir" if finding.after[1] == A_FOLDER else "remove"
    return f"import os\nos.{removing}({finding.target!r})" if finding.is_added else ""


FILE = Kind(
    "file",
    probes=(of_process(_files),),
    added="{target} was made ({after})",
    removed="{target} was removed",
    changed="{target} was changed",
    scope=WHOLE_PROCESS,
    undo=_file_back,
    permanent=NEVER,
)

KINDS = ENVIRON, SIGNAL, FILE
