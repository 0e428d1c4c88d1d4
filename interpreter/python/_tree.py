"""The file system: one tree of plain Python objects, and how a path finds its node.

A snapshot of the interpreter's memory is a snapshot of the files. Permission bits are honoured, so the
standard library under /lib (root's, read-only) needs no rule of its own: writing to it fails as on a desktop.
"""

from _stat import S_IFCHR, S_IFDIR, S_IFLNK, S_IFREG

import _host
from _errors import EACCES, EEXIST, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR, EPERM, failure

ROOT, READER = 0, 1000  # the two owners: the machine, and the person at the keyboard
READ, WRITE, SEARCH = 4, 2, 1
LIBRARY = "/lib/python3.14"


class Node:
    """What every kind of file has. Times are nanoseconds."""

    __slots__ = ("ino", "mode", "uid", "links", "atime", "mtime", "ctime")
    made = 0
    size = 0
    device = 0

    def __init__(self, mode, uid=READER):
        Node.made += 1
        self.ino, self.mode, self.uid, self.links = Node.made, mode, uid, 1
        self.atime = self.mtime = self.ctime = now()

    def allows(self, wanted):
        """Whether the reader may READ, WRITE or SEARCH this node (a sum of them)."""
        bits = self.mode >> 6 if self.uid else self.mode
        return bits & wanted == wanted

    def touch(self):
        """Note that the content changed."""
        self.mtime = self.ctime = now()


class Directory(Node):
    """Names and their nodes, in the order they were made; `parent` is None once it is removed."""

    __slots__ = ("entries", "parent")
    size = 4096

    def __init__(self, mode, parent=None, uid=READER):
        Node.__init__(self, S_IFDIR | mode, uid)
        self.entries, self.parent, self.links = {}, parent, 2

    def attach(self, name, node):
        """Give a node a name here."""
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
        """The absolute path, or None when the directory has been removed."""
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
    """A file of the standard library: its text stays with the host and is fetched once per open()."""

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
    """What the one process carries around: where it stands and which permission bits it withholds."""

    __slots__ = ("cwd", "umask", "moment")


process = Process()
process.umask, process.moment = 0o022, 0


def now():
    """The time in nanoseconds, a microsecond later at each call.

    importlib compares a directory's st_mtime to decide whether to list it again; with a browser's coarse
    clock two changes could otherwise share a time, and a fresh module would not be found.
    """
    process.moment = max(int(_host.time() * 1_000_000) * 1_000, process.moment + 1_000)
    return process.moment


def find(text, shown, follow=True, start=None):
    """The node a path leads to. `shown` is the path for error messages, `follow` is about a final link."""
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
    """Whether a name exceeds what a directory entry holds."""
    return len(name) > 63 and len(name.encode("utf-8", "surrogateescape")) > 255


class Spot:
    """A place in a directory that a path names, whether or not something is there.

    `slash` says the path ended in one, which only directories may; `name` is "." for the root.
    """

    __slots__ = ("directory", "name", "slash", "shown", "second")

    def __init__(self, text, shown, second=None, start=None):
        if not text:
            raise failure(ENOENT, shown, second)
        bare = text.rstrip("/")
        head, _, name = bare.rpartition("/")
        if len(head) != len(bare) - len(name):  # there was a slash: keep it
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
        """What is there now, or None."""
        if self.name == ".":
            return self.directory
        if self.name == "..":
            return self.directory.parent
        return self.directory.entries.get(self.name)

    def failure(self, code):
        """The error that names this spot as the caller wrote it."""
        return failure(code, self.shown, self.second)

    def vacant(self):
        """Fail unless something new may be put here."""
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
        """Name a node here."""
        self.directory.attach(self.name, node)

    def clear(self):
        """Remove the name; the node lives on while it is open or has another name."""
        node = self.directory.detach(self.name)
        node.links -= 2 if node.__class__ is Directory else 1
        node.ctime = now()


def owned(node, shown):
    """Fail unless the reader owns the node, as chmod and utime ask."""
    if node.uid != READER:
        raise failure(EPERM, shown)
    return node


def plant(path, mode, uid):
    """Make a directory, and those above it, while the tree is laid out."""
    here = root
    for name in path.strip("/").split("/"):
        if name not in here.entries:
            here.attach(name, Directory(mode, here, uid))
        here = here.entries[name]
    return here


def shelve(index):
    """Lay out the standard library from the host's list: one line `<size> <relative path>` a file."""
    folders = {"": plant(LIBRARY, 0o755, ROOT)}
    for line in index.splitlines():
        size, path = line.split(" ", 1)
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            folders[folder] = plant(f"{LIBRARY}/{folder}", 0o755, ROOT)
        folders[folder].entries[name] = Page(int(size), path)


root = Directory(0o755, None, ROOT)
root.parent = root
plant("/home", 0o755, ROOT)
process.cwd = plant("/home/reader", 0o755, READER)
plant("/tmp", 0o1777, ROOT)
plant("/dev", 0o755, ROOT).attach("null", Null())
shelve(_host.library_index())
