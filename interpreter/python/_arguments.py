"""Checks what callers pass for a path, a descriptor or a `dir_fd`, with the error messages of CPython.

A path is str, bytes or os.PathLike. The functions of `posix` work with two forms of it: its text (bytes that are not
UTF-8 become surrogates, as with `surrogateescape`), and what the caller wrote, for error messages.
"""

from _descriptors import table
from _errors import EBADF, failure
from _tree import Spot, find

# What else a function allows, in the words of its error message.
OR_FD = ", os.PathLike or integer"
OR_NONE = ", os.PathLike, integer or None"


def fspath(path):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    method = getattr(kind, "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {kind.__name__}")
    answer = method(path)
    if isinstance(answer, (str, bytes)):
        return answer
    raise TypeError(f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(answer).__name__}")


def path_text(path, function, allowed="", name="path"):
    """Return the text of a path and the form to show in errors. `function` and `name` say in an error message whose
    argument it is; `allowed` says what else that function takes."""
    if type(path) is str:
        text = shown = path
    else:
        if not isinstance(path, (str, bytes)):
            if not hasattr(type(path), "__fspath__"):
                raise TypeError(
                    f"{function}: {name} should be string, bytes{allowed or ' or os.PathLike'}, "
                    f"not {type(path).__name__}"
                )
            path = fspath(path)
        shown = path
        text = path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else str(path)
    if "\0" in text:
        raise ValueError(f"{function}: embedded null character in {name}")
    return text, shown


def node(path, function, follow=True):
    """Return the node that a path or a descriptor leads to, and the form to show in errors."""
    if isinstance(path, int):
        entry = table.get(path)
        if entry is None:
            raise failure(EBADF, path)
        return entry.node, path
    text, shown = path_text(path, function, OR_FD)
    return find(text, shown, follow), shown


def spot(path, function, dir_fd=None):
    """Return the place that a path names, whether or not something is there."""
    no_dir_fd(dir_fd)
    return Spot(*path_text(path, function))


def no_dir_fd(*descriptors):
    """Fail if the caller passed a `dir_fd`: paths relative to a descriptor do not exist here."""
    for fd in descriptors:
        if fd is not None:
            if not isinstance(fd, int):
                raise TypeError(f"argument should be integer or None, not {type(fd).__name__}")
            raise NotImplementedError("dir_fd unavailable on this platform")


def like(path, text):
    """Return `text` as bytes if the caller's `path` is bytes, else as it is."""
    return text.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else text
