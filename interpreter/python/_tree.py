"""The file system: one tree of plain Python objects, and the way from a path to a node of the tree.

The files are part of the interpreter's memory, so whoever copies the memory copies the files. Permission bits are
honoured: the standard library under /lib belongs to root, and writing to it fails as on a desktop.
"""

from _stat import S_IFCHR, S_IFDIR, S_IFLNK, S_IFREG

import _host
from _errors import EACCES, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, failure

ROOT, READER = 0, 1000  # user ids of the two owners of files; programs run as READER
READ, WRITE, SEARCH = 4, 2, 1
LIBRARY = "/lib/python3.14"


class Node:
    """What every kind of file has. Times are in nanoseconds since 1970. `made` counts all nodes; their inode numbers
    come from it."""

    __slots__ = ("ino", "mode", "uid", "links", "atime", "mtime", "ctime")
    made = 0
    size = 0
    device = 0

    def __init__(self, mode, uid=READER):
        Node.made += 1
        self.ino, self.mode, self.uid, self.links = Node.made, mode, uid, 1
        self.atime = self.mtime = self.ctime = now()

    def allows(self, wanted):
        """Whether the reader may do what is `wanted` with this node: READ, WRITE, SEARCH or a sum of them."""
        bits = self.mode >> 6 if self.uid else self.mode
        return bits & wanted == wanted

    def touch(self):
        """Set the times of the last change to now."""
        self.mtime = self.ctime = now()


class Directory(Node):
    """A directory. `entries` has its nodes by name, in the order in which they were made; `parent` is None once it was
    removed."""

    __slots__ = ("entries", "parent")
    size = 4096

    def __init__(self, mode, parent=None, uid=READER):
        Node.__init__(self, S_IFDIR | mode, uid)
        self.entries, self.parent, self.links = {}, parent, 2

    def attach(self, name, node):
        """Give a node a name in this directory."""
        self.entries[name] = node
        if node.__class__ is Directory:
            node.parent = self
            self.links += 1
        self.touch()

    def detach(self, name):
        """Take a name away, and return the node that had it."""
        node = self.entries.pop(name)
        if node.__class__ is Directory:
            node.parent = None
            self.links -= 1
        self.touch()
        return node

    def path(self):
        """The absolute path, or None if the directory was removed."""
        names, here = [], self
        while here is not root:
            parent = here.parent
            if parent is None:
                return None
            names.append(next(name for name, node in parent.entries.items() if node is here))
            here = parent
        return "/" + "/".join(reversed(names))


class File(Node):
    """A regular file."""

    __slots__ = ("data",)

    def __init__(self, mode, uid=READER):
        Node.__init__(self, S_IFREG | mode, uid)
        self.data = bytearray()

    @property
    def size(self):
        return len(self.data)


class Page(Node):
    """A file of the standard library. The host has its content, which is fetched once for each open()."""

    __slots__ = ("size", "path")

    def __init__(self, size, path):
        Node.__init__(self, S_IFREG | 0o644, ROOT)
        self.size, self.path = size, path


class Link(Node):
    """A symbolic link."""

    __slots__ = ("target",)

    def __init__(self, target):
        Node.__init__(self, S_IFLNK | 0o777)
        self.target = target

    @property
    def size(self):
        return len(self.target.encode("utf-8", "surrogateescape"))


class Null(Node):
    """/dev/null."""

    __slots__ = ()
    device = 0x103

    def __init__(self):
        Node.__init__(self, S_IFCHR | 0o666, ROOT)


class Process:
    """What belongs to the one process: its working directory `cwd`, the permission bits `umask` that new files don't
    get, and `moment`, the last time that now() gave."""

    __slots__ = ("cwd", "umask", "moment")


process = Process()
process.umask, process.moment = 0o022, 0


def now():
    """Return the time in nanoseconds since 1970, at least a microsecond later at each call.

    importlib lists a directory again only if its st_mtime has changed. By a browser's coarse clock two changes could
    have the same time, and importlib would not find a module that was written in between.
    """
    process.moment = max(int(_host.time() * 1_000_000) * 1_000, process.moment + 1_000)
    return process.moment


def find(text, shown, follow=True, start=None):
    """Return the node that the path `text` leads to. `shown` is the path for error messages. `follow` says whether a
    symbolic link at its end is followed; `start` is the directory where a relative path begins, by default the working
    directory."""
    if not text:
        raise failure(ENOENT, shown)
    if len(text) > 4095:
        raise failure(ENAMETOOLONG, shown)
    node = root if text[0] == "/" else start or process.cwd
    pending = text.split("/")
    pending.reverse()
    hops = 0
    while pending:
        name = pending.pop()
        if node.__class__ is not Directory:
            raise failure(ENOTDIR, shown)
        if not name:
            continue
        if not (node.mode >> 6 if node.uid else node.mode) & SEARCH:
            raise failure(EACCES, shown)
        if name == ".":
            continue
        child = node.parent if name == ".." else node.entries.get(name)
        if child is None:
            raise failure(ENAMETOOLONG if too_long(name) else ENOENT, shown)
        if child.__class__ is Link and (pending or follow):
            hops += 1
            if hops > 40:
                raise failure(ELOOP, shown)
            if child.target[0] == "/":
                node = root
            pending.extend(reversed(child.target.split("/")))
        else:
            node = child
    return node


def too_long(name):
    """Whether a name is longer than a directory entry may be: 255 bytes."""
    return len(name) > 63 and len(name.encode("utf-8", "surrogateescape")) > 255


class Spot:
    """A place in a directory that a path names, whether or not something is there.

    `slash` says whether the path ended in a slash, which it may only if it leads to a directory. `name` is "." for the
    root. `shown` and `second` are the paths that error messages name.
    """

    __slots__ = ("directory", "name", "slash", "shown", "second")

    def __init__(self, text, shown, second=None, start=None):
        if not text:
            raise failure(ENOENT, shown, second)
        bare = text.rstrip("/")
        head, _, name = bare.rpartition("/")
        if len(head) != len(bare) - len(name):  # rpartition() has taken the slash away; "/" needs it
            head = bare[: len(bare) - len(name)]
        self.name, self.slash = name or ".", bare != text
        self.shown, self.second = shown, second
        try:
            self.directory = find(head or ("." if bare else "/"), shown, True, start)
        except OSError as error:
            if second is None:
                raise
            raise failure(error.errno, shown, second) from None
        if self.directory.__class__ is not Directory:
            raise self.failure(ENOTDIR)
        if not self.directory.allows(SEARCH):
            raise self.failure(EACCES)
        if too_long(self.name) or len(text) > 4095:
            raise self.failure(ENAMETOOLONG)

    @property
    def node(self):
        """The node that is there now, or None."""
        if self.name == ".":
            return self.directory
        if self.name == "..":
            return self.directory.parent
        return self.directory.entries.get(self.name)

    def failure(self, code):
        """Return the exception for an error number, with this place as the caller wrote it."""
        return failure(code, self.shown, self.second)

    def vacant(self):
        """Fail if something is here already, or if nothing may be put here."""
        if self.node is not None:
            raise self.failure(EEXIST)
        if self.directory.parent is None:
            raise self.failure(ENOENT)
        self.writable()

    def writable(self):
        """Fail unless the reader may add or remove names here."""
        if not self.directory.allows(WRITE | SEARCH):
            raise self.failure(EACCES)

    def put(self, node):
        """Put a node here."""
        self.directory.attach(self.name, node)

    def clear(self):
        """Remove the name. The node itself stays as long as it is open or has another name."""
        node = self.directory.detach(self.name)
        node.links -= 2 if node.__class__ is Directory else 1
        node.ctime = now()


def owned(node, shown):
    """Return a node; fail if it does not belong to the reader. Its owner alone may call chmod() and utime()."""
    if node.uid != READER:
        raise failure(EPERM, shown)
    return node


def plant(path, mode, uid):
    """Make a directory and all that are missing above it, and return it. Used only while the tree is made."""
    here = root
    for name in path.strip("/").split("/"):
        if name not in here.entries:
            here.attach(name, Directory(mode, here, uid))
        here = here.entries[name]
    return here


def plant_library(index):
    """Make the nodes of the standard library from the host's list, which has a line `<size> <relative path>` for each
    file."""
    folders = {"": plant(LIBRARY, 0o755, ROOT)}
    for line in index.splitlines():
        size, path = line.split(" ", 1)
        folder, _, name = path.rpartition("/")
        if folder == "docs":  # docstrings, which are no files to Python
            continue
        if folder not in folders:
            folders[folder] = plant(f"{LIBRARY}/{folder}", 0o755, ROOT)
        folders[folder].entries[name] = Page(int(size), path)


root = Directory(0o755, None, ROOT)
root.parent = root
plant("/home", 0o755, ROOT)
process.cwd = plant("/home/reader", 0o755, READER)
plant("/tmp", 0o1777, ROOT)
plant("/dev", 0o755, ROOT).attach("null", Null())
plant_library(_host.library_index())
