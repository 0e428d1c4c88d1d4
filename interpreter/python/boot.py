"""Furnishes a bare RustPython, once, while the image is made.

1. Native modules that this build lacks (`posix`, `_signal`, `select`, names in `errno`, clocks).
2. The path import machinery, and the library as files under /lib/python3.14.
3. Files and the standard streams.
4. What `site` would add, and what lessons import, so that no reader waits for it.
5. The presenter, which knows cells and writes tracebacks, and what answers questions in forks.

Nothing of ours stays in `sys.modules` or in `__main__` that CPython would not have there.
"""
import builtins
import sys

import _host

LIBRARY = "/lib/python3.14"


def load(name, into=None, **names):
    """Run one of our own files as a module, with `names` given."""
    module = type(sys)(name)
    module.__dict__.update(names)
    file = f"<workbook {name}.py>"
    if into is not None:
        into[name] = module
    exec(compile(_host.own_file(name + ".py"), file, "exec"), module.__dict__)
    return module


def native(*names):
    """Put our stand-ins where the library expects native modules."""
    for name in names:
        load(name, into=sys.modules)
    sys.builtin_module_names = tuple(
        sorted({*sys.builtin_module_names, *names})
    )


def complete_errno():
    """RustPython knows few error numbers here; the rest are Linux's."""
    import errno

    numbers = load("_errno").NUMBERS
    for name, number in numbers.items():
        if not hasattr(errno, name):
            setattr(errno, name, number)
        errno.errorcode.setdefault(number, name)


def set_clocks():
    """The native clocks stop the interpreter; ours ask the host."""
    import time

    replaced = (
        "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time "
        "process_time_ns thread_time thread_time_ns sleep localtime gmtime ctime asctime strftime"
    ).split()
    _host.clock_originals = {
        name: getattr(time, name) for name in replaced if hasattr(time, name)
    }
    for name in replaced:
        setattr(time, name, getattr(_host, name))
    time.get_clock_info = get_clock_info
    for name, value in dict(timezone=0, altzone=0, daylight=0, tzname=("UTC", "UTC")).items():
        if not hasattr(time, name):
            setattr(time, name, value)


def get_clock_info(name):
    """What `time` says of its clocks; all of them are the host's."""
    from types import SimpleNamespace

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    # A browser rounds its clock so that pages can't spy on each other.
    return SimpleNamespace(
        implementation="host.now", monotonic=name != "time", adjustable=False, resolution=1e-4
    )


def set_paths():
    """Where a Python 3.14 of this shape would have its library."""
    import _frozen_importlib

    sys.platform = "wasi"
    sys.abiflags = ""
    sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = "/"
    sys._stdlib_dir = LIBRARY
    # What a course brings for its cells is where other people's packages are (xtask/bake.rs).
    sys.path[:] = ["", LIBRARY, f"{LIBRARY}/site-packages"]
    sys.argv[:] = [""]
    sys.dont_write_bytecode = True
    _frozen_importlib._install_external_importers()


def open_streams():
    """Real text streams over the host's. What is written leaves at once, as with `python -u`: a run can be watched,
    nothing is lost when it traps, and both streams come out in the order in which they were written."""
    import _io

    files = load("files")
    files.install()
    for name, number, mode, errors in (
        ("stdin", 0, "r", "strict"),
        ("stdout", 1, "w", "strict"),
        ("stderr", 2, "w", "backslashreplace"),
    ):
        raw = files.FileIO(number, mode, closefd=False)
        raw.name = f"<{name}>"
        buffer = _io.BufferedReader(raw) if mode == "r" else raw
        stream = _io.TextIOWrapper(
            buffer, "utf-8", errors, "\n", line_buffering=mode == "w", write_through=mode == "w"
        )
        stream.mode = mode
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def set_codecs():
    """The library's search function, so that every encoding it has can be found."""
    import encodings


def set_site():
    """`help`, `exit`, `quit` and the rest of what `site` adds to builtins."""
    import _sitebuiltins

    builtins.quit = _sitebuiltins.Quitter("quit", "Ctrl-D (i.e. EOF)")
    builtins.exit = _sitebuiltins.Quitter("exit", "Ctrl-D (i.e. EOF)")
    builtins.copyright = _sitebuiltins._Printer("copyright", sys.copyright)
    builtins.credits = _sitebuiltins._Printer("credits", "RustPython contributors.")
    builtins.license = _sitebuiltins._Printer("license", "See https://docs.python.org/license.html")
    builtins.help = _sitebuiltins._Helper()


def import_sealed():
    """The modules that the presenter runs a second copy of, with their programs: both copies then share
    one, which is the larger part of a module's memory."""
    import importlib.util

    programs = {}
    for name in "linecache", "traceback":
        spec = importlib.util.find_spec(name)
        programs[name] = spec.loader.get_code(name)
        spec.loader.get_code = programs.get
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        del spec.loader.get_code
    return programs


def import_hot():
    """What lessons import. The rest of the library is read when first asked for."""
    for name in _host.own_file("hot.txt").split():
        __import__(name)


def record_registrations():
    """What Python keeps where nobody can read it: the ledger needs to know. Each function does what it did."""
    import _codecs
    import _residue
    import codecs

    _residue.audit_hooks, _residue.codec_searches, _residue.codec_errors = [], [], {}
    for module, name in (sys, "addaudithook"), (_codecs, "register"), (_codecs, "unregister"), (_codecs, "register_error"):
        setattr(_residue, "original_" + name, getattr(module, name))
        setattr(module, name, getattr(_residue, name))
    for name in "register", "unregister", "register_error":
        setattr(codecs, name, getattr(_residue, name))


def remember_originals():
    """`residue.original`: the public names of every public module and class there is, by the owner's dotted name."""
    import _residue

    def public(names):
        return {name: value for name, value in names.items() if name[:1] != "_" or name in ("__init__", "__call__")}

    originals = {}
    for name, module in list(sys.modules.items()):
        if name == "__main__" or name.startswith(("_", "encodings.")):
            continue
        originals[name] = public(vars(module))
        for value in originals[name].values():
            if isinstance(value, type) and value.__module__ == name:
                originals[f"{name}.{value.__qualname__}"] = public(vars(value))
    _residue.originals = originals


def sealed_package(name, *parts):
    """Parts of a package of the library, in a copy that the reader's patches don't reach: its modules have builtins of their own,
    and are gone from `sys.modules`. A reader who imports the package gets another copy. The package's own `__init__` does not run."""
    import importlib.util
    from importlib.machinery import SourceFileLoader

    def exec_module(loader, module):
        if module.__name__.startswith(f"{name}."):
            module.__dict__["__builtins__"] = presenter.__builtins__
        super(SourceFileLoader, loader).exec_module(module)

    sys.modules[name] = importlib.util.module_from_spec(importlib.util.find_spec(name))
    SourceFileLoader.exec_module = exec_module
    try:
        sealed = [importlib.import_module(f"{name}.{part}") for part in parts]
    finally:
        # What it inherits does again.
        del SourceFileLoader.exec_module
    for module in [module for module in sys.modules if module.partition(".")[0] == name]:
        del sys.modules[module]
    return sealed


PARTS = "_errors _records _tree _descriptors _process _arguments _entries".split()
for part in PARTS:
    load(part, into=sys.modules)
native("posix", "_signal", "select")
complete_errno()
set_clocks()
set_paths()
open_streams()
for part in PARTS:
    del sys.modules[part]
set_codecs()
programs = import_sealed()
import_hot()
set_site()
presenter = load("presenter", __builtins__=dict(builtins.__dict__))
presenter.install(programs)
for hook in "displayhook", "excepthook", "breakpointhook", "unraisablehook":
    # As in CPython, where the two are one until somebody replaces the first.
    setattr(sys, f"__{hook}__", getattr(sys, hook))
record_registrations()
remember_originals()
films, faults, cleanup, sentences, words, snapshot = sealed_package("residue", "_film", "_faults", "_cleanup", "_sentences", "_words", "_snapshot")
ledger = load("ledger", __builtins__=presenter.__builtins__, films=films, faults=faults, cleanup=cleanup, sentences=sentences, words=words)
# The first fingerprint is the slowest: what it learns of the library is in the image.
snapshot.Snapshot({})
looking = load("looking", __builtins__=presenter.__builtins__)
looking.QUESTIONS.update(ledger.QUESTIONS)
looking.QUESTIONS["complete"] = load("completing", __builtins__=presenter.__builtins__, looking=looking).complete
looking.QUESTIONS["elsewhere"] = load("elsewhere", __builtins__=presenter.__builtins__).elsewhere
