"""What `os` expects of the system: CPython's `posix`, on a file system in memory.

    _errors       the exceptions for error numbers
    _records      stat_result and similar tuples
    _tree         nodes, paths, permissions
    _descriptors  the table of open files
    _signals      the signals of the one process
    _process      what programs can learn about their process
    _arguments    what callers may pass for a path
    _entries      the listing of directories
    _posix        the functions that take paths (this file), and the public names of the other files

The module `posix` has what is public here; boot.py makes it. The files are loaded in that order, before `os` and
before there is any import machinery, so they import only each other and native modules. Paths relative to a
descriptor (`dir_fd`) don't exist here, and `os.supports_dir_fd` says so.
"""

from _stat import S_IFMT as _kind

import _descriptors as _files
from _arguments import (
    OR_FD as _OR_FD,
    fspath,
    like as _like,
    no_dir_fd as _no_dir_fd,
    node as _node,
    path_text as _path,
    spot as _spot,
)
from _descriptors import *
from _descriptors import number as _number, opened as _opened
from _entries import DirEntry, listdir, scandir
from _errors import (
    EACCES as _EACCES,
    EBUSY as _EBUSY,
    EINVAL as _EINVAL,
    EISDIR as _EISDIR,
    ENOENT as _ENOENT,
    ENOTDIR as _ENOTDIR,
    ENOTEMPTY as _ENOTEMPTY,
    EPERM as _EPERM,
    failure as _failure,
    strerror,
)
from _process import *
from _process import _create_environ, _exit
from _records import stat_of as _stat_of, stat_result, statvfs_result, terminal_size, times_result, uname_result
from _tree import (
    READ as _READ,
    SEARCH as _SEARCH,
    WRITE as _WRITE,
    Directory as _Directory,
    File as _File,
    Link as _Link,
    Spot as _Spot,
    find as _find,
    now as _now,
    owned as _owned,
    process as _here,
)

error = OSError
F_OK, X_OK, W_OK, R_OK = 0, _SEARCH, _WRITE, _READ
TMP_MAX, NGROUPS_MAX = 238328, 65536
O_NDELAY, O_FSYNC, O_RSYNC, O_LARGEFILE = O_NONBLOCK, O_SYNC, O_SYNC, 0
ST_RDONLY, ST_NOSUID = 1, 2
PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2
# From these names os.py makes out which functions take descriptors and `follow_symlinks`. HAVE_LSTAT is needed for
# stat's `follow_symlinks`, although it also makes os.py say that lstat takes a `dir_fd`.
_have_functions = (
    "HAVE_FCHDIR HAVE_FCHMOD HAVE_FCHOWN HAVE_FSTATVFS HAVE_FTRUNCATE HAVE_FUTIMENS HAVE_LCHOWN HAVE_LSTAT HAVE_LUTIMES"
).split()


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file for low level IO.  Returns a file descriptor (integer)."""
    _no_dir_fd(dir_fd)
    text, shown = _path(path, "open")
    return _files.open_text(text, shown, _number(flags), mode)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path."""
    if dir_fd is not None:
        _no_dir_fd(dir_fd)
    return _stat_of(_node(path, "stat", follow_symlinks)[0])


def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    _no_dir_fd(dir_fd)
    return _stat_of(_find(*_path(path, "lstat"), False))


def fstat(fd):
    """Perform a stat system call on the given file descriptor."""
    return _stat_of(_opened(fd).node)


def statvfs(path):
    """Perform a statvfs system call on the given path. Files are in memory, so the sizes are of the memory that there
    may be."""
    _node(path, "statvfs")
    return statvfs_result((4096, 4096, 65536, 49152, 49152, 65536, 49152, 49152, 0, 255, 0))


def fstatvfs(fd, /):
    """Perform an fstatvfs system call on the given fd."""
    _opened(fd)
    return statvfs(fd)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Use the real uid/gid to test for access to a path."""
    _no_dir_fd(dir_fd)
    text, shown = _path(path, "access")
    try:
        return _find(text, shown, follow_symlinks).allows(mode & 7)
    except OSError:
        return False


def getcwd():
    """Return a unicode string representing the current working directory."""
    path = _here.cwd.path()
    if path is None:
        raise _failure(_ENOENT)
    return path


def getcwdb():
    """Return a bytes string representing the current working directory."""
    return getcwd().encode("utf-8", "surrogateescape")


def chdir(path):
    """Change the current working directory to the specified path."""
    node, shown = _node(path, "chdir")
    if node.__class__ is not _Directory:
        raise _failure(_ENOTDIR, shown)
    if not node.allows(_SEARCH):
        raise _failure(_EACCES, shown)
    _here.cwd = node


def fchdir(fd):
    """Change to the directory of the given file descriptor."""
    node = _opened(fd if isinstance(fd, int) else fd.fileno()).node
    if node.__class__ is not _Directory:
        raise _failure(_ENOTDIR)
    _here.cwd = node


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Create a directory."""
    spot = _spot(path, "mkdir", dir_fd)
    spot.vacant()
    spot.put(_Directory(mode & ~_here.umask & 0o1777))


def rmdir(path, *, dir_fd=None):
    """Remove a directory."""
    spot = _spot(path, "rmdir", dir_fd)
    if spot.name in (".", ".."):
        at_root = not spot.shown.strip(_like(spot.shown, "/"))
        raise spot.failure(_EBUSY if at_root else _EINVAL if spot.name == "." else _ENOTEMPTY)
    node = spot.node
    if node is None:
        raise spot.failure(_ENOENT)
    spot.writable()
    if node.__class__ is not _Directory:
        raise spot.failure(_ENOTDIR)
    if node.entries:
        raise spot.failure(_ENOTEMPTY)
    spot.clear()


def unlink(path, *, dir_fd=None):
    """Remove a file (same as remove())."""
    _unlink(_spot(path, "unlink", dir_fd))


def remove(path, *, dir_fd=None):
    """Remove a file (same as unlink())."""
    _unlink(_spot(path, "remove", dir_fd))


def _unlink(spot):
    """Do what unlink(2) does, its checks in Linux's order."""
    node = spot.node
    if spot.name in (".", ".."):
        raise spot.failure(_EISDIR)
    if node is None:
        raise spot.failure(_ENOENT)
    if spot.slash:
        raise spot.failure(_EISDIR if node.__class__ is _Directory else _ENOTDIR)
    spot.writable()
    if node.__class__ is _Directory:
        raise spot.failure(_EISDIR)
    spot.clear()


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Rename a file or directory."""
    _no_dir_fd(src_dir_fd, dst_dir_fd)
    _rename(src, dst, "rename")


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Rename a file or directory, overwriting the destination."""
    _no_dir_fd(src_dir_fd, dst_dir_fd)
    _rename(src, dst, "replace")


def _rename(src, dst, function):
    """Do what rename(2) does, its checks in Linux's order. `function` is the name that error messages give."""
    (source, shown), (target, second) = _both(src, dst, function)
    old, new = _Spot(source, shown, second), _Spot(target, shown, second)
    if old.name in (".", "..") or new.name in (".", ".."):
        raise old.failure(_EBUSY)
    node = old.node
    if node is None:
        raise old.failure(_ENOENT)
    there = new.node
    moves_directory = node.__class__ is _Directory
    if (old.slash or new.slash) and not moves_directory:
        raise old.failure(_ENOTDIR)
    if moves_directory and _above(node, new.directory):
        raise old.failure(_EINVAL)
    if there.__class__ is _Directory and _above(there, old.directory):
        raise old.failure(_ENOTEMPTY)
    if there is node:
        return
    for spot in old, new:
        spot.writable()
    if new.directory.parent is None:
        raise old.failure(_ENOENT)
    if there is not None and moves_directory != (there.__class__ is _Directory):
        raise old.failure(_ENOTDIR if moves_directory else _EISDIR)
    if moves_directory and new.directory is not old.directory and not node.allows(_WRITE):
        raise old.failure(_EACCES)  # moving a directory changes the ".." in it
    if there is not None:
        if there.__class__ is _Directory and there.entries:
            raise old.failure(_ENOTEMPTY)
        new.clear()
    new.put(old.directory.detach(old.name))
    node.ctime = _now()


def _both(src, dst, function):
    """Return the texts and the forms to show of two paths. Errors about one of them show both."""
    return _path(src, function, name="src"), _path(dst, function, name="dst")


def _above(directory, inner):
    """Whether `directory` is `inner`, or is somewhere above it."""
    while inner is not directory:
        if inner is None or inner.parent is inner:
            return False
        inner = inner.parent
    return True


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    """Create a hard link to a file."""
    _no_dir_fd(src_dir_fd, dst_dir_fd)
    (source, shown), (target, second) = _both(src, dst, "link")
    try:
        node = _find(source, shown, False)
    except OSError as problem:
        raise _failure(problem.errno, shown, second) from None
    new = _Spot(target, shown, second)
    if new.slash and new.node is None:
        raise new.failure(_ENOENT)
    new.vacant()
    if node.__class__ is _Directory:
        raise new.failure(_EPERM)
    new.put(node)
    node.links += 1
    node.ctime = _now()


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    """Create a symbolic link pointing to src named dst."""
    _no_dir_fd(dir_fd)
    (target, shown), (place, second) = _both(src, dst, "symlink")
    if not target:
        raise _failure(_ENOENT, shown, second)
    spot = _Spot(place, shown, second)
    if spot.slash and spot.node is None:
        raise spot.failure(_ENOENT)
    spot.vacant()
    spot.put(_Link(target))


def readlink(path, *, dir_fd=None):
    """Return a string representing the path to which the symbolic link points."""
    _no_dir_fd(dir_fd)
    text, shown = _path(path, "readlink")
    node = _find(text, shown, False)
    if node.__class__ is not _Link:
        raise _failure(_EINVAL, shown)
    return _like(shown, node.target)


def truncate(path, length):
    """Truncate a file, specified by path, to a specific length."""
    if isinstance(path, int):
        return ftruncate(path, length)
    text, shown = _path(path, "truncate", _OR_FD)
    length = _number(length)
    if length < 0:
        raise _failure(_EINVAL, shown)
    node = _find(text, shown)
    if node.__class__ is _Directory:
        raise _failure(_EISDIR, shown)
    if not node.allows(_WRITE):
        raise _failure(_EACCES, shown)
    if node.__class__ is not _File:
        raise _failure(_EINVAL, shown)
    _files.resize(node, length)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    """Change the access permissions of a file."""
    _no_dir_fd(dir_fd)
    node, shown = _node(path, "chmod", follow_symlinks)
    if node.__class__ is _Link:
        raise NotImplementedError("chmod: follow_symlinks unavailable on this platform")
    _set_mode(_owned(node, shown), mode)


def fchmod(fd, mode):
    """Change the access permissions of the file given by file descriptor fd."""
    _set_mode(_owned(_opened(fd).node, None), mode)


def _set_mode(node, mode):
    """Give a node other permission bits."""
    node.mode = _kind(node.mode) | _number(mode) & 0o7777
    node.ctime = _now()


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Change the owner and group id of path. Only the reader's own ids are allowed, so nothing changes."""
    _no_dir_fd(dir_fd)
    node, shown = _node(path, "chown", follow_symlinks)
    if any(owner not in (-1, _owned(node, shown).uid) for owner in (uid, gid)):
        raise _failure(_EPERM, shown)


def lchown(path, uid, gid):
    """Change the owner and group id of path, without following symbolic links."""
    chown(path, uid, gid, follow_symlinks=False)


def fchown(fd, uid, gid):
    """Change the owner and group id of the file specified by file descriptor."""
    _opened(fd)
    chown(fd, uid, gid)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the access and modified time of path."""
    _no_dir_fd(dir_fd)
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    atime, mtime = _moments(times, ns)
    node, shown = _node(path, "utime", follow_symlinks)
    if atime is not None:
        _owned(node, shown)
    elif not node.uid and not node.allows(_WRITE):
        raise _failure(_EACCES, shown)
    now = _now()
    node.atime, node.mtime = (now, now) if atime is None else (atime, mtime)
    node.ctime = now


def _moments(times, ns):
    """Return the two times of utime() in nanoseconds, or None twice if the present is meant."""
    given, name, unit = (ns, "ns", 1) if ns is not None else (times, "times", 1_000_000_000)
    if given is None:
        return None, None
    if not isinstance(given, tuple) or len(given) != 2:
        what = "a tuple of two ints" if unit == 1 else "either a tuple of two ints or None"
        raise TypeError(f"utime: '{name}' must be {what}")
    return [_moment(value, unit) for value in given]


def _moment(value, unit):
    """Return a time in nanoseconds; `unit` is how many nanoseconds a unit of `value` has."""
    if isinstance(value, float):
        whole = value // 1
        return int(whole) * unit + int((value - whole) * unit)
    return _number(value) * unit


def sync():
    """Force write of everything to disk. Files are in memory here, so nothing happens."""


def major(device, /):
    """Extracts a device major number from a raw device number."""
    return device >> 8 & 0xFFF


def minor(device, /):
    """Extracts a device minor number from a raw device number."""
    return device & 0xFF | device >> 12 & 0xFFF00


def makedev(major, minor, /):
    """Composes a raw device number from the major and minor device numbers."""
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & ~0xFF) << 12


# What is public although its name begins with an underscore.
_also = ("_have_functions", "_exit", "_create_environ")
