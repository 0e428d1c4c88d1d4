"""Knows the cells' sources and writes tracebacks. The guest's Rust calls `begin` before a run and `present` for an
exception.

A reader may patch anything, `len` and `traceback` included, and must still get a correct traceback. So tracebacks are
written by second copies of `linecache` and `traceback`. These copies and this file have builtins of their own, a copy
that boot.py gives them. Other modules that they import are shared with the reader. If the reader has broken one of
those, the guest's Rust writes a shorter traceback (interpreter/src/failure.rs).
"""

import inspect
import linecache
import random
import sys
import traceback

# What the file names of our own Python files begin with.
OURS = "<workbook "

# The sources of cells, by the file names that tracebacks give them.
_sources = {}
# The file name of the cell that runs, or ran last.
_current = None
# The second copies of the two modules.
_linecache = _traceback = None
# Whether a cell has run in this interpreter.
_has_run = False
_seed = random.seed


def _sealed(name, program, **shared):
    """Make a copy of a library module that the reader's patches don't reach. `program` is the module's code object;
    `shared` has other copies that it uses instead of the modules it imports."""
    copy = type(sys)(name)
    copy.__dict__.update(__builtins__=__builtins__)
    exec(program, copy.__dict__)
    copy.__dict__.update(shared)
    return copy


def begin(cell, source):
    """Return the file name for a cell's source, and make the source known to both copies of `linecache`. A changed cell
    gets a new file name, so that tracebacks through functions of the earlier version still show the right lines."""
    global _has_run, _current
    if not _has_run:
        # Everybody gets the same image, so the random numbers are seeded before the first run.
        _has_run = True
        _seed()
    name, version = f"<cell {cell}>", 1
    while _sources.get(name, source) != source:
        version += 1
        name = f"<cell {cell}, version {version}>"
    _sources[name] = source
    _current = name
    entry = len(source), None, [line + "\n" for line in source.split("\n")], name
    _linecache.cache[name] = entry
    try:
        linecache.cache[name] = entry
    except BaseException:
        # The reader has broken their copy of `linecache`. Ours has the lines.
        pass
    return name


def present(exception):
    """Return what there is to say of an exception: (class name, traceback text, line of the current cell or None)."""
    report = _traceback.TracebackException(type(exception), exception, exception.__traceback__, compact=True)
    return report.exc_type_str, "".join(report.format()), _line(exception)


def _line(exception):
    """Return the innermost line of the current cell in a traceback, or the line that does not parse; None if there is
    none."""
    if isinstance(exception, SyntaxError) and exception.filename == _current:
        return exception.lineno
    line = None
    link = exception.__traceback__
    while link is not None:
        if link.tb_frame.f_code.co_filename == _current:
            line = link.tb_lineno
        link = link.tb_next
    return line


def _without_our_frames(walk):
    """Wrap `walk`, a function of `traceback`, so that it passes over frames of our own Python files. CPython has native
    code in their place, which has no frames."""

    def _walk_tb_with_full_positions(tb):
        for frame, positions in walk(tb):
            if not frame.f_code.co_filename.startswith(OURS):
                yield frame, positions

    return _walk_tb_with_full_positions


def _with_cells(getfile):
    """Wrap `inspect.getfile` so that it finds classes that cells define. The module `__main__` has no file here, so the
    class is looked for among the cells: in the newest source that has its class statement on the line where the class
    begins."""

    def getfile_in_cells(object):
        if inspect.isclass(object) and object.__module__ == "__main__":
            line = object.__dict__.get("__firstlineno__", 0)
            for name in reversed(_sources):
                if _defines(_sources[name], object.__qualname__, line):
                    return name
        return getfile(object)

    getfile_in_cells.__name__ = getfile_in_cells.__qualname__ = getfile.__name__
    getfile_in_cells.__module__ = getfile.__module__
    getfile_in_cells.__doc__ = getfile.__doc__
    return getfile_in_cells


def _defines(source, qualname, line):
    """Whether a class of this name begins on this line of a source, decorators included."""
    lines = source.split("\n")
    name = qualname.rpartition(".")[2]
    for text in lines[max(line - 1, 0) :]:
        text = text.strip()
        if text.startswith("class "):
            return text.removeprefix("class ").strip().startswith(name)
        if not text.startswith(("@", "#", ")")) and text and line == 0:
            return False
    return False


def install(programs):
    """Make the second copies of `linecache` and `traceback`, whose code objects are in `programs`. Called once, while
    the image is made."""
    global _linecache, _traceback
    _linecache = _sealed("linecache", programs["linecache"])
    _traceback = _sealed("traceback", programs["traceback"], linecache=_linecache)
    for module in traceback, _traceback:
        module._walk_tb_with_full_positions = _without_our_frames(module._walk_tb_with_full_positions)
    inspect.getfile = _with_cells(inspect.getfile)
