"""Opens files: io.FileIO, open() and open_code(), which RustPython lacks without an operating system.

RustPython's own `_io` does the buffering and the decoding; the classes and functions here connect it with `posix`.
install() puts the three names where CPython has them.
"""

import _io
import sys
from _io import BufferedRandom, BufferedReader, BufferedWriter, TextIOWrapper, UnsupportedOperation
from _stat import S_ISDIR
from sys import audit

import _posix as posix
from _descriptors import SEEK_CUR, SEEK_END, number
from _errors import EISDIR, ESPIPE, failure

# What locale.getencoding() says on a desktop with a UTF-8 locale. Calling it would import `locale`.
TEXT_ENCODING = "UTF-8"
SMALLEST_BUFFER = _io.DEFAULT_BUFFER_SIZE
LARGEST_BUFFER = 8 * 1024 * 1024


class FileIO(_io._RawIOBase):
    """Open a file.

    The mode can be 'r' (default), 'w', 'x' or 'a' for reading, writing, exclusive creation or appending.
    The file will be created if it doesn't exist when opened for writing or appending; it will be truncated
    when opened for writing.  A FileExistsError will be raised if it already exists when opened for creating.
    Add a '+' to the mode to allow simultaneous reading and writing.  A custom opener can be used by passing
    a callable as *opener*, called with (*name*, *flags*); it must return an open file descriptor.
    """

    __module__ = "_io"
    _fd = -1
    _access = posix.O_RDONLY
    _letter = "r"
    _closefd = True
    _seekable = None
    _blksize = SMALLEST_BUFFER

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if self._fd >= 0:  # __init__ was called again: close the first file
            fd, self._fd = self._fd, -1
            if self._closefd:
                posix.close(fd)
        file, given = _descriptor(file)
        self._letter, self._access, flags = _parse(mode)
        audit("open", file, mode, flags)
        if given:
            fd = file
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        else:
            fd = _open(file, flags, opener)
        try:
            self._adopt(fd, file, given)
        except BaseException:
            if not given:
                posix.close(fd)
            raise
        self._fd, self._closefd = fd, bool(closefd)

    def _adopt(self, fd, file, given):
        """Check a descriptor before this object takes it over, and go to the end of the file in mode 'a'."""
        status = posix.fstat(fd)
        if S_ISDIR(status.st_mode):
            raise failure(EISDIR, file)
        self._blksize = status.st_blksize
        self._seekable = None
        self.name = file
        if self._letter == "a":
            try:
                posix.lseek(fd, 0, SEEK_END)
            except OSError as error:
                if error.errno != ESPIPE:
                    raise

    @property
    def closed(self):
        """True if the file is closed"""
        return self._fd < 0

    @property
    def closefd(self):
        """True if the file descriptor will be closed by close()."""
        return self._closefd

    @property
    def mode(self):
        """String giving the file mode"""
        if self._letter in "xa":
            return self._letter + ("b+" if self._access == posix.O_RDWR else "b")
        return ("rb", "wb", "rb+")[self._access]

    def __repr__(self):
        title = f"{type(self).__module__}.{type(self).__qualname__}"
        if self.closed:
            return f"<{title} [closed]>"
        name = getattr(self, "name", None)
        which = f"fd={self._fd}" if name is None else f"name={name!r}"
        return f"<{title} {which} mode={self.mode!r} closefd={self._closefd}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__qualname__}' instances")

    def fileno(self):
        """Return the underlying file descriptor (an integer)."""
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")
        return self._fd

    def readable(self):
        """True if file was opened in a read mode."""
        self.fileno()
        return self._access != posix.O_WRONLY

    def writable(self):
        """True if file was opened in a write mode."""
        self.fileno()
        return self._access != posix.O_RDONLY

    def seekable(self):
        """True if file supports random-access."""
        fd = self.fileno()
        if self._seekable is None:
            try:
                posix.lseek(fd, 0, SEEK_CUR)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def isatty(self):
        """True if the file is connected to a TTY device."""
        return posix.isatty(self.fileno())

    def _source(self):
        """Return the descriptor; fail if the file was not opened for reading."""
        if not self.readable():
            raise UnsupportedOperation("File not open for reading")
        return self._fd

    def _sink(self):
        """Return the descriptor; fail if the file was not opened for writing."""
        if not self.writable():
            raise UnsupportedOperation("File not open for writing")
        return self._fd

    def read(self, size=-1, /):
        """Read at most size bytes, returned as bytes; -1 reads until EOF."""
        fd = self._source()
        if size is None:
            return self.readall()
        if not hasattr(size, "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        size = size.__index__()
        if size < 0:
            return self.readall()
        try:
            return posix.read(fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        """Read all data from the file, returned as bytes."""
        fd = self.fileno()
        chunks = []
        while True:
            try:
                chunk = posix.read(fd, max(posix.fstat(fd).st_size, LARGEST_BUFFER))
            except BlockingIOError:
                if not chunks:
                    return None
                break
            if not chunk:
                break
            chunks.append(chunk)
        return b"".join(chunks)

    def readinto(self, buffer, /):
        """Same as RawIOBase.readinto()."""
        fd = self._source()
        try:
            view = memoryview(buffer)
            if view.readonly:
                raise TypeError
        except TypeError:
            raise TypeError(
                f"readinto() argument 1 must be read-write bytes-like object, not {type(buffer).__name__}"
            ) from None
        if view.format != "B" or view.ndim != 1:
            view = view.cast("B")
        try:
            data = posix.read(fd, len(view))
        except BlockingIOError:
            return None
        view[: len(data)] = data
        return len(data)

    def write(self, data, /):
        """Write buffer to file, return number of bytes written."""
        # Each print() comes through here twice, so _sink() is called only where it fails.
        if self._fd < 0 or self._access == posix.O_RDONLY:
            self._sink()
        try:
            return posix.write(self._fd, data)
        except BlockingIOError:
            return None

    def seek(self, position, whence=0, /):
        """Move to new file position and return the file position."""
        return posix.lseek(self.fileno(), position, whence)

    def tell(self):
        """Current file position."""
        return posix.lseek(self.fileno(), 0, SEEK_CUR)

    def truncate(self, size=None, /):
        """Truncate the file to at most size bytes and return the truncated size."""
        fd = self._sink()
        if size is None:
            size = self.tell()
        posix.ftruncate(fd, size)
        return size

    def close(self):
        """Close the file.  The file descriptor too, unless closefd is False."""
        try:
            super().close()
        finally:
            fd, self._fd = self._fd, -1
            if fd >= 0 and self._closefd:
                posix.close(fd)


def _descriptor(file):
    """Return the argument `file`, and whether it is a descriptor rather than a name."""
    if not isinstance(file, int):
        return file, False
    if isinstance(file, bool):
        import warnings

        warnings.warn("bool is used as a file descriptor", RuntimeWarning, stacklevel=3)
    if file < 0:
        raise ValueError("negative file descriptor")
    return int(file), True


def _parse(mode):
    """Take FileIO's mode apart: return its letter, the kind of access, and the flags for posix.open()."""
    if not isinstance(mode, str):
        raise TypeError(f"FileIO() argument 'mode' must be str, not {_kind(mode)}")
    if mode.strip("rwxab+"):
        raise ValueError(f"invalid mode: {mode}")
    letters = [letter for letter in mode if letter in "rwxa"]
    if len(letters) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    (letter,) = letters
    access = posix.O_RDWR if "+" in mode else posix.O_RDONLY if letter == "r" else posix.O_WRONLY
    making = {
        "r": 0,
        "w": posix.O_CREAT | posix.O_TRUNC,
        "a": posix.O_CREAT | posix.O_APPEND,
        "x": posix.O_CREAT | posix.O_EXCL,
    }
    return letter, access, access | making[letter] | posix.O_CLOEXEC


def _open(file, flags, opener):
    """Open a name and return the new descriptor."""
    if opener is None:
        path = posix.fspath(file)
        if ("\0" if isinstance(path, str) else b"\0") in path:
            raise ValueError("embedded null byte")
        return posix.open(path, flags, 0o666)
    fd = opener(file, flags)
    if not isinstance(fd, int):
        raise TypeError("expected integer from opener")
    if fd < 0:
        raise ValueError(f"opener returned {fd}")
    return fd


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open file and return a stream.  Raise OSError upon failure."""
    if not isinstance(file, int):
        file = posix.fspath(file)
    _check(mode, encoding, errors, newline)
    buffering = number(buffering)
    text = "b" not in mode
    if not text and buffering == 1:
        import warnings

        warnings.warn(
            "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
            RuntimeWarning,
            stacklevel=2,
        )
    raw = FileIO(file, mode.replace("b", "").replace("t", ""), closefd, opener)
    stream = raw
    try:
        if buffering == 0:
            if text:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        if buffering < 0 or buffering == 1:
            size = max(min(raw._blksize, LARGEST_BUFFER), SMALLEST_BUFFER)
        else:
            size = buffering
        stream = _buffered(raw, mode, size)
        if not text:
            return stream
        stream = TextIOWrapper(stream, _encoding(encoding), errors, newline, buffering == 1)
        stream.mode = mode
        return stream
    except BaseException:
        stream.close()
        raise


def _check(mode, encoding, errors, newline):
    """Fail as CPython's open() does if an argument is wrong: with the same messages, in the same order."""
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {_kind(mode)}")
    for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {_kind(value)}")
    if mode.strip("axrwb+t") or len(set(mode)) < len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    text, binary = "t" in mode, "b" in mode
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    if sum(letter in mode for letter in "xrwa") > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
        if binary and value is not None:
            article = "an" if name[0] == "e" else "a"
            raise ValueError(f"binary mode doesn't take {article} {name} argument")


def _kind(value):
    """Return the name of a wrong argument's type, as CPython's messages have it."""
    return "None" if value is None else type(value).__name__


def _buffered(raw, mode, size):
    """Return the buffered stream for a mode."""
    if "+" in mode:
        return BufferedRandom(raw, size)
    if "r" in mode:
        return BufferedReader(raw, size)
    return BufferedWriter(raw, size)


def _encoding(encoding):
    """Return the encoding that open() uses for its argument `encoding`."""
    return TEXT_ENCODING if encoding is None or encoding == "locale" else encoding


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {_kind(path)}")
    return open(path, "rb")


def install(face):
    """Put the three names into `_io` and `builtins`, and into `io` if that has been imported already. `face` makes
    builtin functions of Python ones."""
    import builtins

    loaded = sys.modules.get("io")
    builtins.open = _io.open = face(open, _io)
    _io.open_code, _io.FileIO = face(open_code, _io), FileIO
    if loaded:
        loaded.open, loaded.open_code, loaded.FileIO = _io.open, _io.open_code, FileIO
        loaded.RawIOBase.register(FileIO)
