"""Knows the cells' sources and writes tracebacks; the guest's Rust calls `begin` and `present`.

A reader may patch anything, `len` and `traceback` included, and must still get an honest traceback. So
the writing is done by second copies of `linecache` and `traceback`. They and this file run with builtins
of their own (boot.py gives a copy). What they import further is shared with the reader; if that has been
broken too, the guest falls back to a traceback written without Python.
"""

import inspect
import linecache
import random
import sys
import traceback

OURS = "<workbook "

_sources = {}
_current = None
_linecache = _traceback = None
_awake = False
_seed = random.seed


def _sealed(name, program, **shared):
    """A copy of a library module that the reader's patches don't reach."""
    copy = type(sys)(name)
    copy.__dict__.update(__builtins__=__builtins__)
    exec(program, copy.__dict__)
    copy.__dict__.update(shared)
    return copy


def begin(cell, source):
    """The file name for this source. A changed cell gets a new name, so that functions defined by an
    earlier version keep their own lines."""
    global _awake, _current
    if not _awake:
        # The image was made once for everybody; chance begins with the first run.
        _awake = True
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
        # The reader broke their `linecache`. Our copy has the lines.
        pass
    return name


def present(exception):
    """(class name, traceback text, line of the current cell or None)"""
    report = _traceback.TracebackException(type(exception), exception, exception.__traceback__, compact=True)
    return report.exc_type_str, "".join(report.format()), _line(exception)


def _line(exception):
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
    """Where CPython has native code we have Python files; their frames are nobody's business."""

    def _walk_tb_with_full_positions(tb):
        for frame, positions in walk(tb):
            if not frame.f_code.co_filename.startswith(OURS):
                yield frame, positions

    return _walk_tb_with_full_positions


def _with_cells(getfile):
    """`inspect.getfile` for classes defined in cells. A notebook's `__main__` has no file, so the class
    is looked up among the cells: the newest source with that class statement on that line."""

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
    """Called once, while the image is made, with the code of `linecache` and `traceback`."""
    global _linecache, _traceback
    _linecache = _sealed("linecache", programs["linecache"])
    _traceback = _sealed("traceback", programs["traceback"], linecache=_linecache)
    for module in traceback, _traceback:
        module._walk_tb_with_full_positions = _without_our_frames(module._walk_tb_with_full_positions)
    inspect.getfile = _with_cells(inspect.getfile)
