"""File descriptors: the table of open files, and all functions that read or write through a descriptor.

Descriptors 0, 1 and 2 are the page's console. There is no other process or thread that a call could wait for, so a read
that would block (an empty pipe with a writer) fails with EAGAIN, as on a non-blocking descriptor. Only a read of the
console waits, for a line that the reader types: the run ends there, and is repeated once the reader has typed the line.
"""

from _stat import S_IFIFO

import _host
from _errors import EACCES, EAGAIN, EBADF, EEXIST, EINVAL, EIO, EISDIR, ELOOP, EMFILE, ENOTDIR, EPIPE, ESPIPE, failure
from _tree import READ, WRITE, Directory, File, Link, Node, Null, Page, Spot, find, process

# The names that become part of `posix`. _posix.py and _process.py use the others.
__all__ = """
    O_RDONLY O_WRONLY O_RDWR O_ACCMODE O_CREAT O_EXCL O_NOCTTY O_TRUNC O_APPEND O_NONBLOCK O_DSYNC
    O_DIRECTORY O_NOFOLLOW O_CLOEXEC O_SYNC close closerange read readinto pread write pwrite lseek ftruncate
    dup dup2 pipe pipe2 get_inheritable set_inheritable get_blocking set_blocking isatty fsync fdatasync
    """.split()

O_RDONLY, O_WRONLY, O_RDWR, O_ACCMODE = 0, 1, 2, 3
O_CREAT, O_EXCL, O_NOCTTY, O_TRUNC = 0o100, 0o200, 0o400, 0o1000
O_APPEND, O_NONBLOCK, O_DSYNC = 0o2000, 0o4000, 0o10000
O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC, O_SYNC = 0o200000, 0o400000, 0o2000000, 0o4010000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
LIMIT = 1024  # open files, as many as a desktop allows by default; then open() fails with EMFILE


class Pipe(Node):
    """A pipe: bytes written and not yet read, and how many ends of each kind are open."""

    __slots__ = ("data", "readers", "writers")

    def __init__(self):
        Node.__init__(self, S_IFIFO | 0o600)
        self.data, self.readers, self.writers = bytearray(), 1, 1


class Console(Node):
    """The page's console: where standard output and error go, and where the reader's lines come from."""

    __slots__ = ("stream", "line")

    def __init__(self, stream):
        Node.__init__(self, S_IFIFO | 0o600)
        self.stream, self.line = stream, b""  # `line`: the part of the reader's line that was not read yet


class Opened:
    """An open file. dup() gives a second descriptor to the same open file, so both share its position.

    `text` is the content of a file of the library once that was fetched; `numbers` is how many descriptors the file
    has."""

    __slots__ = ("node", "flags", "offset", "text", "numbers")

    def __init__(self, node, flags):
        self.node, self.flags, self.offset, self.text, self.numbers = node, flags, 0, None, 0

    def content(self):
        """The bytes of a regular file. A file of the library is fetched from the host at the first read."""
        if self.node.__class__ is File:
            return self.node.data
        if self.text is None:
            try:
                self.text = _host.library(self.node.path)
            except KeyError:
                raise failure(EIO) from None
        return self.text


table = {}
_inheritable = {0, 1, 2}


def opened(fd):
    """The open file behind a descriptor."""
    entry = table.get(number(fd))
    if entry is None:
        raise failure(EBADF)
    return entry


def number(value):
    """Return an argument as an integer; fail with CPython's message if it is none."""
    if isinstance(value, int):
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def assign(entry, lowest=0):
    """Give an open file the lowest free descriptor, from `lowest` on, and return that."""
    fd = lowest
    while fd in table:
        fd += 1
    if fd >= LIMIT:
        raise failure(EMFILE)
    table[fd] = entry
    entry.numbers += 1
    return fd


def open_text(text, shown, flags, mode):
    """Do what open(2) does: find or make the file, check the reader's rights, and return a new descriptor."""
    node = _created(text, shown, flags, mode) if flags & O_CREAT else None
    if node is None:
        node = find(text, shown, not flags & O_NOFOLLOW)
        _check(node, shown, flags)
    entry = Opened(node, flags)
    fd = assign(entry)
    if flags & O_TRUNC and node.__class__ is File:
        node.data = bytearray()
        node.touch()
    return fd


def _created(text, shown, flags, mode):
    """Make a file and return it, or None if something with that name exists already. If that is a symbolic link to
    nothing, the file is made where the link leads."""
    start = None
    for _ in range(41):
        spot = Spot(text, shown, start=start)
        if spot.slash:
            raise failure(EISDIR, shown)
        node = spot.node
        if node is None:
            spot.vacant()
            node = File(mode & ~process.umask & 0o7777)
            spot.put(node)
            return node
        if flags & O_EXCL:
            raise failure(EEXIST, shown)
        if node.__class__ is not Link or flags & O_NOFOLLOW:
            return None
        text, start = node.target, spot.directory
    raise failure(ELOOP, shown)


def _check(node, shown, flags):
    """Fail as open(2) does on an existing file."""
    access = flags & O_ACCMODE
    if node.__class__ is Link:
        raise failure(ELOOP, shown)
    if node.__class__ is Directory:
        if access or flags & O_CREAT:
            raise failure(EISDIR, shown)
    elif flags & O_DIRECTORY:
        raise failure(ENOTDIR, shown)
    wanted = (READ, WRITE, READ | WRITE, READ | WRITE)[access] | (WRITE if flags & O_TRUNC else 0)
    if not node.allows(wanted):
        raise failure(EACCES, shown)


def close(fd):
    """Close a file descriptor."""
    entry = opened(fd)
    del table[fd]
    _inheritable.discard(fd)
    entry.numbers -= 1
    if not entry.numbers and entry.node.__class__ is Pipe:
        if entry.flags & O_ACCMODE == O_WRONLY:
            entry.node.writers -= 1
        else:
            entry.node.readers -= 1


def closerange(fd_low, fd_high, /):
    """Closes all file descriptors in [fd_low, fd_high), ignoring errors."""
    for fd in [fd for fd in table if fd_low <= fd < fd_high]:
        close(fd)


def read(fd, length, /):
    """Read from a file descriptor.  Returns a bytes object."""
    length = number(length)
    if length < 0:
        raise failure(EINVAL)
    entry = opened(fd)
    if entry.node.__class__ is Pipe:
        return _drain(_readable(entry).node, length)
    data = _read_at(entry, entry.offset, length)
    entry.offset += len(data)
    return data


def readinto(fd, buffer, /):
    """Read into a buffer object from a file descriptor.  Returns the number of bytes read."""
    view = memoryview(buffer)
    if view.readonly:
        raise TypeError(f"readinto() argument 2 must be read-write bytes-like object, not {type(buffer).__name__}")
    view = view.cast("B")
    data = read(fd, len(view))
    view[: len(data)] = data
    return len(data)


def pread(fd, length, offset, /):
    """Read a number of bytes from a file descriptor starting at a particular offset."""
    entry = _seekable(opened(fd))
    if offset < 0 or length < 0:
        raise failure(EINVAL)
    return _read_at(entry, offset, length)


def _read_at(entry, offset, length):
    """Read at most `length` bytes from `offset` on; the console has no positions, so `offset` does not matter there."""
    kind = _readable(entry).node.__class__
    if kind is Directory:
        raise failure(EISDIR)
    if kind is File or kind is Page:
        return bytes(entry.content()[offset : offset + length])
    if kind is Console:
        return _typed(entry.node, length)
    return b""


def _typed(console, length):
    """Read from the reader's line at most `length` bytes: like a terminal, never beyond the end of the line."""
    line = console.line or _host.line()
    console.line = line[length:]
    return line[:length]


def _readable(entry):
    """Return an open file; fail if it was not opened for reading."""
    if entry.flags & O_ACCMODE == O_WRONLY:
        raise failure(EBADF)
    return entry


def _drain(pipe, length):
    """Take at most `length` bytes out of a pipe."""
    data = bytes(pipe.data[:length])
    if not data and length and pipe.writers:
        raise failure(EAGAIN)
    del pipe.data[:length]
    return data


def write(fd, data, /):
    """Write a bytes object to a file descriptor."""
    entry = _writable(opened(fd))
    data = _bytes(data)
    node = entry.node
    kind = node.__class__
    if kind is File:
        if entry.flags & O_APPEND:
            entry.offset = len(node.data)
        _write_at(node, entry.offset, data)
        entry.offset += len(data)
    elif kind is Console:
        _host.write(node.stream, data)
    elif kind is Pipe:
        if not node.readers:
            raise failure(EPIPE)
        node.data += data
    return len(data)


def pwrite(fd, data, offset, /):
    """Write bytes to a file descriptor starting at a particular offset."""
    entry = _seekable(_writable(opened(fd)))
    data = _bytes(data)
    if offset < 0:
        raise failure(EINVAL)
    node = entry.node
    if node.__class__ is File:  # on Linux, O_APPEND wins over the offset
        _write_at(node, len(node.data) if entry.flags & O_APPEND else offset, data)
    return len(data)


def _bytes(data):
    """Return the argument of a write as bytes; fail with CPython's message if it has none."""
    if type(data) is bytes:
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _writable(entry):
    """Return an open file; fail if it was not opened for writing."""
    if not entry.flags & O_ACCMODE:
        raise failure(EBADF)
    return entry


def _write_at(node, offset, data):
    """Write `data` at an offset. If the file ends before the offset, the gap is filled with zeros."""
    if not data:
        return
    content = node.data
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data
    node.touch()


def _seekable(entry):
    """Return an open file; fail if it has no positions."""
    if isinstance(entry.node, (Pipe, Console)):
        raise failure(ESPIPE)
    return entry


def lseek(fd, position, how, /):
    """Set the position of a file descriptor.  Return the new position."""
    entry = opened(fd)
    position, how = number(position), number(how)
    _seekable(entry)
    if entry.node.__class__ is Null:
        return 0
    if how == SEEK_CUR:
        position += entry.offset
    elif how == SEEK_END:
        position += entry.node.size
    elif how != SEEK_SET:
        raise failure(EINVAL)
    if position < 0:
        raise failure(EINVAL)
    entry.offset = position
    return position


def ftruncate(fd, length, /):
    """Truncate a file, specified by file descriptor, to a specific length."""
    entry = opened(fd)
    length = number(length)
    if entry.node.__class__ is not File or not entry.flags & O_ACCMODE or length < 0:
        raise failure(EINVAL)
    resize(entry.node, length)


def resize(node, length):
    """Give a file this length: cut off its end, or add zeros."""
    content = node.data
    if length < len(content):
        del content[length:]
    else:
        content.extend(bytes(length - len(content)))
    node.touch()


def dup(fd, /):
    """Return a duplicate of a file descriptor."""
    return assign(opened(fd))


def dup2(fd, fd2, inheritable=True):
    """Duplicate file descriptor."""
    entry, fd2 = opened(fd), number(fd2)
    if not 0 <= fd2 < LIMIT:
        raise failure(EBADF)
    if fd != fd2:
        if fd2 in table:
            close(fd2)
        assign(entry, fd2)
        set_inheritable(fd2, inheritable)
    return fd2


def pipe():
    """Create a pipe.  Returns (read_fd, write_fd)."""
    node = Pipe()
    return assign(Opened(node, O_RDONLY)), assign(Opened(node, O_WRONLY))


def pipe2(flags, /):
    """Create a pipe with flags set atomically."""
    ends = pipe()
    for fd in ends:
        table[fd].flags |= flags & O_NONBLOCK
        set_inheritable(fd, not flags & O_CLOEXEC)
    return ends


def get_inheritable(fd, /):
    """Get the close-on-exe flag of the specified file descriptor."""
    opened(fd)
    return fd in _inheritable


def set_inheritable(fd, inheritable, /):
    """Set the inheritable flag of the specified file descriptor."""
    opened(fd)
    (_inheritable.add if inheritable else _inheritable.discard)(fd)


def get_blocking(fd, /):
    """Get the blocking mode of the file descriptor."""
    return not opened(fd).flags & O_NONBLOCK


def set_blocking(fd, blocking, /):
    """Set the blocking mode of the specified file descriptor."""
    entry = opened(fd)
    entry.flags = entry.flags & ~O_NONBLOCK if blocking else entry.flags | O_NONBLOCK


def isatty(fd, /):
    """Return True if the fd is connected to a terminal. It never is: the page is not a terminal."""
    return False


def fsync(fd):
    """Force write of fd to disk. Files are in memory here, so only the descriptor is checked."""
    opened(fd if isinstance(fd, int) else fd.fileno())


def fdatasync(fd):
    """Force write of fd to disk without forcing update of metadata."""
    fsync(fd)


for stream in 0, 1, 2:
    assign(Opened(Console(stream), O_WRONLY if stream else O_RDONLY))
