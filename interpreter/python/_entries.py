"""Lists directories: listdir(), and scandir() with its DirEntry."""

from _stat import S_IFDIR, S_IFLNK, S_IFMT, S_IFREG

from _arguments import OR_NONE, fspath, like, path_text
from _errors import EACCES, ENOTDIR, failure
from _records import stat_of
from _tree import READ, Directory, find


def _listed(path, function):
    """Return the dict of a directory's entries; fail if the path leads to something else."""
    text, shown = path_text(path, function, OR_NONE)
    node = find(text, shown)
    if node.__class__ is not Directory:
        raise failure(ENOTDIR, shown)
    if not node.allows(READ):
        raise failure(EACCES, shown)
    return node.entries


def listdir(path=None):
    """Return a list containing the names of the files in the directory."""
    path = "." if path is None else path if isinstance(path, (str, bytes)) else _by_path(path, "listdir")
    names = list(_listed(path, "listdir"))
    return [like(path, name) for name in names] if isinstance(path, bytes) else names


def _by_path(path, function):
    """Return the text or bytes of an os.PathLike. Refuse a descriptor, as on a platform without fdopendir()."""
    if isinstance(path, int):
        raise TypeError(f"{function}: path should be string, bytes, os.PathLike or None, not int")
    path_text(path, function, OR_NONE)
    return fspath(path)


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path."""
    path = "." if path is None else path if isinstance(path, (str, bytes)) else _by_path(path, "scandir")
    entries = _listed(path, "scandir")
    slash = like(path, "/")
    prefix = path if path.endswith(slash) else path + slash
    return _iterator([_entry(like(path, name), prefix, node) for name, node in entries.items()])


class ScandirIterator:
    """The entries of a directory as they were when scandir() was called."""

    __slots__ = ("_entries",)
    __module__ = "posix"

    def __new__(cls):
        raise TypeError("cannot create 'posix.ScandirIterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, kind=None, exception=None, traceback=None, /):
        self.close()

    def close(self):
        """Close the iterator and free acquired resources."""
        self._entries = iter(())


def _iterator(entries):
    """Make a ScandirIterator, which callers can't make themselves."""
    self = object.__new__(ScandirIterator)
    self._entries = iter(entries)
    return self


class DirEntry:
    """An entry of a directory. Its kind is the one at the time of the listing; stat() looks at the file once and then
    repeats what it saw."""

    __module__ = "posix"
    __slots__ = ("name", "path", "_ino", "_type", "_stat", "_lstat")

    def __new__(cls):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def stat(self, *, follow_symlinks=True):
        """Return stat_result object for the entry; cached per entry."""
        if self._lstat is None and not (follow_symlinks and self.is_symlink()):
            self._lstat = stat_of(find(*path_text(self.path, "stat"), False))
        if not follow_symlinks or not self.is_symlink():
            return self._lstat
        if self._stat is None:
            self._stat = stat_of(find(*path_text(self.path, "stat")))
        return self._stat

    def _is(self, kind, follow_symlinks):
        if not follow_symlinks or not self.is_symlink():
            return self._type == kind
        try:
            return S_IFMT(self.stat().st_mode) == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Return True if the entry is a directory; cached per entry."""
        return self._is(S_IFDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Return True if the entry is a file; cached per entry."""
        return self._is(S_IFREG, follow_symlinks)

    def is_symlink(self):
        """Return True if the entry is a symbolic link; cached per entry."""
        return self._type == S_IFLNK

    def is_junction(self):
        """Return True if the entry is a junction. There are none outside of Windows."""
        return False

    def inode(self):
        """Return inode of the entry; cached per entry."""
        return self._ino

    __class_getitem__ = classmethod(type(list[int]))


def _entry(name, prefix, node):
    """Make a DirEntry, which callers can't make themselves."""
    self = object.__new__(DirEntry)
    self.name, self.path = name, prefix + name
    self._ino, self._type = node.ino, S_IFMT(node.mode)
    self._stat = self._lstat = None
    return self
