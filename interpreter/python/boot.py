"""Makes a bare RustPython into the interpreter that readers get. Runs once, while the image is made. It adds:

1. the native modules that this build of RustPython lacks (`posix`, `_signal`, `select`, names in `errno`, clocks);
2. the path import machinery, with the library as files under /lib/python3.14;
3. files and the standard streams;
4. what `site` would add, and the modules that lessons import, so that no reader waits for their import;
5. the presenter, which knows the cells' sources and writes tracebacks, and the files that answer questions in forks.

`sys.modules` and `__main__` have afterwards what CPython would have there, and nothing else.
"""

import builtins
import sys

import _host

LIBRARY = "/lib/python3.14"
# The flags of a code object that has `*arguments`, and of one that has `**keywords`.
TAKES_MORE, TAKES_KEYWORDS = 0x04, 0x08
# The builtins of our own files. A reader may replace every builtin, and ours go on as if nothing had happened.
SEALED = __builtins__ = dict(builtins.__dict__)
# What the package `lenses` imports, but for `sys`.
LENSES_IMPORT = (
    "_abc abc annotationlib ast collections copy functools importlib.util inspect operator re textwrap types typing"
).split()


def load(name, into=None, **names):
    """Run one of our own files as a module and return that. The module has `names` from the beginning; `into` is a dict
    of modules that it is added to before it runs."""
    module = type(sys)(name)
    module.__dict__.update({"__builtins__": SEALED, **names})
    file = f"<workbook {name}.py>"
    if into is not None:
        into[name] = module
    exec(compile(_host.own_file(name + ".py"), file, "exec"), module.__dict__)
    return module


def native(name, part):
    """Make the native module `name` of one of our files, `part`: it has the public names of that file, and those in its
    `_also`, if it has that. `import` finds it. What a reader puts into it does not change what the file's own functions
    use."""
    module = sys.modules[name] = type(sys)(name)
    file = sys.modules[part]
    for key in [key for key in vars(file) if key[0] != "_"] + [*getattr(file, "_also", ())]:
        value = getattr(file, key)
        if isinstance(value, type(native)):
            value = face(value, module, *events.POSIX.get(key, ()))
        elif isinstance(value, type) and value.__module__ == name:
            faced(value)
        if not isinstance(value, type(sys)):
            setattr(module, key, value)
    sys.builtin_module_names = tuple(sorted({*sys.builtin_module_names, name}))


def face(function, owner, *event):
    """Return a builtin function of the module `owner`, or a method of the class `owner`, that does what a Python
    function of ours does; see interpreter/src/face.rs. `event` is the audit event that it raises, as in _events.py.

    The function takes neither `*arguments` nor `**keywords`: its parameters are counted."""
    code, name = function.__code__, function.__name__
    assert not code.co_flags & (TAKES_MORE | TAKES_KEYWORDS), function
    first = 1 if isinstance(owner, type) else 0
    names, count = code.co_varnames[first:], code.co_argcount - first
    # A method's `self` is given by position, whether or not a slash says so.
    only = max(code.co_posonlyargcount - first, 0)
    defaults, by_name = function.__defaults__ or (), function.__kwdefaults__ or {}
    required, parameters = count - len(defaults), ["$self" if first else "$module"]
    for position in range(count):
        if position == only:
            parameters.append("/")
        parameters.append(names[position])
        if position >= required:
            parameters[-1] += f"={defaults[position - required]!r}"
    if only == count:
        parameters.append("/")
    keywords = names[count : count + code.co_kwonlyargcount]
    if keywords:
        parameters += ["*", *(f"{keyword}={by_name[keyword]!r}" for keyword in keywords)]
    doc = f"{name}({', '.join(parameters)})\n--\n\n{function.__doc__ or ''}"
    return _host.face(function, owner, name, doc, names[:count], only, required, keywords, *event)


def faced(cls):
    """Make the methods and properties of a class of ours native."""
    for name, value in list(vars(cls).items()):
        if isinstance(value, property):
            setattr(cls, name, _host.attribute(value.fget, cls, name))
        elif isinstance(value, type(faced)) and name != "__new__":
            setattr(cls, name, face(value, cls))


def amend_builtins():
    """Replace builtins of RustPython that do not do what CPython's do, and mend a class (interpreter/src/amends.rs)."""
    import _socket

    _host.sockets(_socket.socket)
    del sys.modules["_socket"]

    def sum(iterable, /, start=0):
        """Return the sum of a 'start' value (default: 0) plus an iterable of numbers

        When the iterable is empty, return the start value.
        This function is intended specifically for use with numeric values and may
        reject non-numeric types.
        """
        return _host.sum(iterable, start)

    builtins.sum = SEALED["sum"] = face(sum, builtins)


def audit_natives():
    """Let audit hooks hear of what CPython tells them of native functions and of imports (_events.py)."""
    import _frozen_importlib

    for module, name, event, arguments in events.NATIVE:
        module = __import__(module)
        original = getattr(module, name)
        signature = original.__text_signature__
        doc = f"{name}{signature}\n--\n\n{original.__doc__ or ''}" if signature else original.__doc__ or ""
        setattr(module, name, _host.audited(original, module, name, doc, event, arguments))
    original = _frozen_importlib._find_and_load

    def seen(name, import_):
        return name, None, sys.path, sys.meta_path, sys.path_hooks

    _frozen_importlib._find_and_load = _host.audited(original, _frozen_importlib, "_find_and_load", "", "import", seen)
    function = type(audit_natives)
    for name, fitting in (
        ("__code__", lambda function, value: value),
        ("__defaults__", fitting_defaults),
        ("__kwdefaults__", lambda function, value: value),
    ):
        attribute = _host.audited_attribute(vars(function)[name], function, name, fitting)
        _host.set_attribute(function, name, attribute)


def fitting_defaults(function, value):
    """Return the defaults that a function can have: no more than it has parameters. RustPython stops at more of them,
    and the first ones are of no use to CPython either."""
    count = function.__code__.co_argcount
    if isinstance(value, tuple) and len(value) > count:
        return value[len(value) - count :]
    return value


def set_breakpoint_hook():
    """Let `breakpoint()` do what the environment variable PYTHONBREAKPOINT says."""
    variables = sys.modules["_process"]._variables

    def choose():
        name = variables.get(b"PYTHONBREAKPOINT", b"").decode("utf-8", "surrogateescape") or "pdb.set_trace"
        if name == "0":
            return None
        module, _, function = name.rpartition(".")
        try:
            __import__(module or "builtins")
            return getattr(sys.modules[module or "builtins"], function)
        except (ImportError, AttributeError, KeyError, ValueError):
            import warnings

            text = f'Ignoring unimportable $PYTHONBREAKPOINT: "{name}"'
            warnings.warn(text, RuntimeWarning, stacklevel=2)
            return None

    doc = "breakpointhook($module, *args, **kws)\n--\n\n" + ("This hook function is called by built-in breakpoint().")
    sys.breakpointhook = _host.chosen(choose, sys, "breakpointhook", doc)


def complete_errno():
    """Add Linux's error numbers to `errno`: without an operating system, RustPython knows few."""
    import errno

    numbers = load("_errno").NUMBERS
    for name, number in numbers.items():
        if not hasattr(errno, name):
            setattr(errno, name, number)
        errno.errorcode.setdefault(number, name)


def set_clocks():
    """Replace the functions of `time` that read a clock, for RustPython's own would stop the interpreter, and those
    that know the calendar (interpreter/src/calendar.rs)."""
    import time

    _host.adopt_struct_time(time.struct_time)
    for name in (
        "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns "
        "thread_time thread_time_ns sleep localtime gmtime mktime ctime asctime strftime"
    ).split():
        function = getattr(_host, name)
        function.__module__ = "time"
        setattr(time, name, function)
    time.get_clock_info = face(get_clock_info, time)
    for name, value in dict(timezone=0, altzone=0, daylight=0, tzname=("UTC", "UTC")).items():
        if not hasattr(time, name):
            setattr(time, name, value)


def get_clock_info(name):
    """Get information about one of the clocks of `time`. All of them are the host's."""
    from types import SimpleNamespace

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    # Browsers round their clock, so that a page can't spy on another one by timing it.
    return SimpleNamespace(implementation="host.now", monotonic=name != "time", adjustable=False, resolution=1e-4)


def set_paths():
    """Set what `sys` says of the platform and of the library's place, and install the path import machinery."""
    import _frozen_importlib

    sys.platform = "wasi"
    sys.abiflags = ""
    sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = "/"
    sys._stdlib_dir = LIBRARY
    # A course's packages are in site-packages, where Python's installers put packages (xtask/bake.rs).
    sys.path[:] = ["", LIBRARY, f"{LIBRARY}/site-packages"]
    sys.argv[:] = [""]
    sys.dont_write_bytecode = True
    _frozen_importlib._install_external_importers()


def open_streams():
    """Make `sys.stdin`, `sys.stdout` and `sys.stderr` over descriptors 0, 1 and 2. They hold nothing back, as with
    `python -u`: a reader sees output at once, nothing is lost when a run traps, and both streams come out in the order
    in which they were written."""
    import _io

    files = load("files")
    faced(files.FileIO)
    files.install(face)
    for name, number, mode, errors in (
        ("stdin", 0, "r", "strict"),
        ("stdout", 1, "w", "strict"),
        ("stderr", 2, "w", "backslashreplace"),
    ):
        raw = files.FileIO(number, mode, closefd=False)
        raw.name = f"<{name}>"
        buffer = _io.BufferedReader(raw) if mode == "r" else raw
        stream = _io.TextIOWrapper(buffer, "utf-8", errors, "\n", line_buffering=mode == "w", write_through=mode == "w")
        stream.mode = mode
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def set_codecs():
    """Import `encodings`, which registers the search function for the library's encodings. Those that streams use get a
    copy of the module `codecs` of their own: CPython encodes and decodes them in C, whatever a program puts into
    `codecs`."""
    import codecs
    import encodings  # noqa: F401 - it registers itself

    copy = type(sys)("codecs")
    vars(copy).update(vars(codecs))
    for name in "utf-8", "latin-1", "ascii":
        codecs.lookup(name).incrementalencoder.encode.__globals__["codecs"] = copy


def add_zip_files():
    """Let programs be imported from zip files on `sys.path`."""
    import zipimport

    sys.path_hooks.insert(0, zipimport.zipimporter)


def set_site():
    """Add `help`, `exit`, `quit` and the rest of what `site` adds to builtins."""
    import _sitebuiltins

    builtins.quit = _sitebuiltins.Quitter("quit", "Ctrl-D (i.e. EOF)")
    builtins.exit = _sitebuiltins.Quitter("exit", "Ctrl-D (i.e. EOF)")
    builtins.copyright = _sitebuiltins._Printer("copyright", sys.copyright)
    builtins.credits = _sitebuiltins._Printer("credits", "RustPython contributors.")
    builtins.license = _sitebuiltins._Printer("license", "See https://docs.python.org/license.html")
    builtins.help = _sitebuiltins._Helper()


def import_sealed():
    """Import `linecache` and `traceback`, and return their code objects by name. The presenter makes a second copy of
    these modules from the same code objects, which are the larger part of a module's memory."""
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
    """Import what hot.txt lists, the modules that lessons use. The rest of the library is read when a reader imports
    it."""
    for name in _host.own_file("hot.txt").split():
        __import__(name)


def record_registrations():
    """Replace the functions that register audit hooks, codec searches and codec error handlers. Python has no way to
    list these, and the ledger must compare them. The new functions (in `_residue`) call the old ones and also keep
    lists."""
    import _codecs
    import codecs

    import _residue

    _residue.audit_hooks, _residue.codec_searches, _residue.codec_errors = [], [], {}
    for module, name in (
        (sys, "addaudithook"),
        (_codecs, "register"),
        (_codecs, "unregister"),
        (_codecs, "register_error"),
    ):
        setattr(_residue, "original_" + name, getattr(module, name))
        setattr(module, name, getattr(_residue, name))
    for name in "register", "unregister", "register_error":
        setattr(codecs, name, getattr(_residue, name))


def remember_originals():
    """Make `_residue.originals` for `residue.original`: the public names of every public module and class that is
    imported, by the dotted name of the module or class."""
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
    """Return parts of a package of the library, in a copy that the reader's patches don't reach: its modules have
    builtins of their own, and are taken out of `sys.modules`. A reader who imports the package gets another copy. The
    package's own `__init__` does not run."""
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


events = load("_events")
PARTS = "_errors _records _tree _descriptors _signals _process _arguments _entries _posix _select".split()
for part in PARTS:
    load(part, into=sys.modules)
faced(sys.modules["_entries"].ScandirIterator)
native("posix", "_posix")
native("_signal", "_signals")
# The handler that is in the table is the one that programs can name.
sys.modules["_signals"]._handlers[2] = sys.modules["_signal"].default_int_handler
native("select", "_select")
amend_builtins()
audit_natives()
complete_errno()
set_breakpoint_hook()
set_clocks()
set_paths()
open_streams()
for part in PARTS:
    del sys.modules[part]
set_codecs()
programs = import_sealed()
import_hot()
add_zip_files()
set_site()
presenter = load("presenter", __builtins__=dict(builtins.__dict__))
presenter.install(programs)
for hook in "displayhook", "excepthook", "breakpointhook", "unraisablehook":
    # In CPython `sys.displayhook` and `sys.__displayhook__` are the same object until a program replaces the first.
    setattr(sys, f"__{hook}__", getattr(sys, hook))
record_registrations()
remember_originals()
films, faults, cleanup, sentences, words, snapshot = sealed_package(
    "residue", "_film", "_faults", "_cleanup", "_sentences", "_words", "_snapshot"
)
ledger = load(
    "ledger",
    __builtins__=presenter.__builtins__,
    films=films,
    faults=faults,
    cleanup=cleanup,
    sentences=sentences,
    words=words,
)
# The first fingerprint is the slowest: what it learns of the library is in the image.
snapshot.Snapshot({})
looking = load("looking", __builtins__=presenter.__builtins__)
looking.QUESTIONS.update(ledger.QUESTIONS)
looking.QUESTIONS["complete"] = load("completing", __builtins__=presenter.__builtins__, looking=looking).complete
looking.QUESTIONS["elsewhere"] = load("elsewhere", __builtins__=presenter.__builtins__).elsewhere
looking.QUESTIONS["case"] = load("trying", __builtins__=presenter.__builtins__).case
picturing = load("picturing", __builtins__=presenter.__builtins__, words=words)
picturing.remember(LENSES_IMPORT)
looking.QUESTIONS["lens"] = picturing.lens
looking.QUESTIONS["judge"] = load("judging", __builtins__=presenter.__builtins__).judge
