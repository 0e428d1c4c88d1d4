"""What callers may pass for a path, a descriptor, a `dir_fd`; refused in the native words.

A path is str, bytes or os.PathLike. Inside, it is text (surrogateescape for odd bytes) and, for error
messages, what the caller wrote.
"""

from _descriptors import table
from _errors import EBADF, failure
from _tree import Spot, find

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
    """The text of a path and the form to show in errors; refuse other things as the native ones do."""
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
    """The node of a path or a descriptor, and the form to show in errors."""
    if isinstance(path, int):
        entry = table.get(path)
        if entry is None:
            raise failure(EBADF, path)
        return entry.node, path
    text, shown = path_text(path, function, OR_FD)
    return find(text, shown, follow), shown


def spot(path, function, dir_fd=None):
    no_dir_fd(dir_fd)
    return Spot(*path_text(path, function))


def no_dir_fd(*descriptors):
    for fd in descriptors:
        if fd is not None:
            if not isinstance(fd, int):
                raise TypeError(f"argument should be integer or None, not {type(fd).__name__}")
            raise NotImplementedError("dir_fd unavailable on this platform")


def like(path, text):
    """A name in the form the caller speaks: bytes for bytes."""
    return text.encode("utf-8", "surrogateescape") if isinstance(path, bytes) else text
