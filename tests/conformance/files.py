#: open mode errors
for mode in ["", "rw", "r+b+", "z", "rb+t", "U", "ra", "tt", "b"]:
    try:
        open("never", mode)
    except Exception as e:
        print(repr(mode), type(e).__name__, e)

#: open argument combinations that are refused
cases = [dict(mode="rb", encoding="utf-8"), dict(mode="rb", errors="strict"), dict(mode="rb", newline=""),
         dict(mode="r", buffering=0), dict(mode="r", newline="x"), dict(mode="r", closefd=False),
         dict(mode="w", encoding="no-such-codec"), dict(mode=5), dict(buffering="a")]
for kw in cases:
    try:
        open("never-there", **kw)
    except Exception as e:
        print(kw, type(e).__name__, e.strerror if isinstance(e, OSError) else e)

#: open called with the wrong arguments
for args in [(), (1.5,), (None,), ("a", "b", 1, None, None, None, True, None, 9), (b"\0",), ("a\0b",), ([],)]:
    try:
        open(*args)
    except Exception as e:
        print(args, type(e).__name__, e)

#: open on a missing path gives the subclass and its attributes
import errno
for path, mode in [("/no/such/file", "r"), ("/", "w"), ("/tmp", "rb"), (b"/no/bytes", "r")]:
    try:
        open(path, mode)
    except OSError as e:
        print(type(e).__name__, errno.errorcode[e.errno], e.strerror, repr(e.filename), e.filename2)

#: open with mode x twice
import os, tempfile
d = tempfile.mkdtemp()
p = os.path.join(d, "once")
with open(p, "x") as f:
    print(f.mode, f.write("hi"), f.writable(), f.readable())
try:
    open(p, "x")
except FileExistsError as e:
    print(e.strerror, e.filename == p)
os.remove(p); os.rmdir(d)

#: open is a builtin function
import inspect, io, os
print(type(open).__name__, inspect.isbuiltin(open), open is io.open, open.__name__, open.__qualname__, open.__module__)
print(open, inspect.isfunction(open), hasattr(open, "__code__"), hasattr(open, "__get__"))
print(type(os.stat).__name__, type(os.listdir).__name__, os.getcwd, os.mkdir.__module__)

#: open kept as a class attribute does not bind
import os, tempfile
class Opener:
    go = open
    names = os.listdir
d = tempfile.mkdtemp()
with Opener().go(os.path.join(d, "a"), "w") as f:
    print(f.write("abc"))
print(Opener().names(d), Opener().go is open)
os.remove(os.path.join(d, "a")); os.rmdir(d)

#: signatures of open and of os functions
import inspect, os
print(inspect.signature(open))
for name in "stat mkdir listdir rename remove symlink scandir urandom open read write lseek access".split():
    try:
        print(name, inspect.signature(getattr(os, name)))
    except Exception as e:
        print(name, type(e).__name__, e)

#: os functions called with wrong arguments
import os
for f, a in [(os.listdir, (1.5,)), (os.stat, ()), (os.stat, (None,)), (os.mkdir, ()), (os.rename, ("a",)), (os.remove, (3.5,)),
             (os.getcwd, (1,)), (os.read, ("x", 3)), (os.close, ("x",)), (os.urandom, (-1,)), (os.fspath, (5,)), (os.path.join, (1,)), (os.path.join, ("a", b"b"))]:
    try:
        print(f(*a))
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)

#: text file read line tell and seek
import os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
with open(p, "w+", encoding="utf-8", newline="") as f:
    print(f.write("één\ntwo\r\nthree"), f.tell(), f.seek(0))
    print(repr(f.readline()), f.tell(), repr(f.read(2)), f.tell(), repr(f.readlines()))
    for a in [(-1,), (1, 1), (-1, 2), (0, 5)]:
        try:
            print(a, f.seek(*a))
        except Exception as e:
            print(a, type(e).__name__, e)
os.remove(p)

#: tell is refused in the middle of an iteration
import os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
with open(p, "w") as f:
    f.writelines(["a\n", "b\n"])
with open(p) as f:
    print(repr(next(f)))
    try:
        f.tell()
    except OSError as e:
        print(type(e).__name__, e)
    print(list(f), f.tell())
os.remove(p)

#: newline handling in reading and writing
import io
data = b"a\nb\rc\r\nd"
for nl in [None, "", "\n", "\r", "\r\n"]:
    t = io.TextIOWrapper(io.BytesIO(data), newline=nl, encoding="ascii")
    lines = t.readlines()
    b = io.BytesIO()
    w = io.TextIOWrapper(b, newline=nl, encoding="ascii")
    w.write("x\ny\r\nz"); w.flush()
    print(repr(nl), lines, t.newlines, b.getvalue())

#: stringio newlines and getvalue
import io
for nl in [None, "", "\n", "\r", "\r\n"]:
    s = io.StringIO("a\r\nb\rc\n", newline=nl)
    print(repr(nl), repr(s.getvalue()), s.readlines(), s.newlines)

#: stringio positions and truncate
import io
s = io.StringIO("hello")
print(s.seek(8), s.write("x"), repr(s.getvalue()), s.tell(), s.truncate(2), repr(s.getvalue()), s.tell())
for a in [(-1,), (1, 1), (1, 2), (0, 7)]:
    try:
        print(s.seek(*a))
    except Exception as e:
        print(a, type(e).__name__, e)
s.close()
try:
    s.read()
except ValueError as e:
    print(e)

#: stringio and bytesio take only their own kind
import io
for f in [lambda: io.StringIO(b"x"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO("x"), lambda: io.BytesIO().write("x"),
          lambda: io.BytesIO(b"abc").read("2"), lambda: io.StringIO("a").read(1.5), lambda: io.StringIO(newline="q"), lambda: io.BytesIO().writelines(["s"])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: bytesio getbuffer locks the size
import io
b = io.BytesIO(b"abcdef")
v = b.getbuffer()
v[0:2] = b"XY"
for f in [lambda: b.write(b"123456789"), lambda: b.truncate(2), b.close]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
v.release()
print(b.getvalue(), b.truncate(3), b.getvalue(), b.read1(), b.readinto(bytearray(2)))

#: fileio attributes and repr
import io, os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
for mode in ["r", "w", "a", "r+", "rb+", "w+", "xb"]:
    try:
        with io.FileIO(p, mode) as f:
            print(mode, f.mode, f.readable(), f.writable(), f.closefd, f.seekable(), f.isatty(), repr(f).replace(p, "P").replace(f"{f.fileno()}", "N"))
    except OSError as e:
        print(mode, type(e).__name__)
print(repr(f).replace(p, "P"), f.closed)
os.remove(p)

#: fileio refused operations
import io, os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
f = io.FileIO(p, "r"); g = io.FileIO(p, "w")
tests = [lambda: f.write(b"x"), lambda: g.read(), lambda: g.write("text"), lambda: io.FileIO(p, "rt"), lambda: io.FileIO(p, "rw"), lambda: io.FileIO(-5), lambda: io.FileIO(p, closefd=False), lambda: f.truncate(1)]
for t in tests:
    try:
        print(t())
    except Exception as e:
        print(type(e).__name__, getattr(e, "strerror", None) or e)
f.close(); g.close()
try:
    f.read()
except ValueError as e:
    print(e)
os.remove(p)

#: buffered reader peek read1 and readinto
import io
r = io.BufferedReader(io.BytesIO(b"abcdefghij"), 4)
print(r.peek(2), r.read(1), r.read1(), r.tell(), r.read1(2))
a = bytearray(3)
print(r.readinto(a), a, r.tell(), r.read(), r.read(), r.readinto1(a), a)
for f in [lambda: r.write(b"x"), lambda: r.read(-2), lambda: r.truncate(), lambda: io.BufferedReader(io.BytesIO(), 0)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: detach leaves an unusable wrapper
import io
raw = io.BytesIO(b"abc")
t = io.TextIOWrapper(raw, encoding="ascii")
print(t.detach() is raw)
for f in [t.read, t.detach, lambda: t.buffer, lambda: repr(t), t.fileno, lambda: t.closed]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: text wrapper repr and attributes
import io
t = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", errors="replace", line_buffering=True)
print(repr(t), t.encoding, t.errors, t.line_buffering, t.write_through, t.newlines)
t.mode = "q"
print(repr(t))
t.reconfigure(errors="strict", newline="\r\n", line_buffering=False)
print(t.errors, t.line_buffering, t.write("a\n"), t.buffer.getvalue(), t.flush(), t.buffer.getvalue())
try:
    t.reconfigure(encoding=5)
except Exception as e:
    print(type(e).__name__, e)

#: encoding errors of a text file
import os, tempfile
fd, p = tempfile.mkstemp(); os.write(fd, b"ok\xff\xfeend"); os.close(fd)
for errors in ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "bogus"]:
    try:
        with open(p, encoding="utf-8", errors=errors) as f:
            print(errors, ascii(f.read()))
    except Exception as e:
        print(errors, type(e).__name__, e)
with open(p, "w", encoding="ascii") as f:
    try:
        f.write("naïve")
    except UnicodeEncodeError as e:
        print(e, e.start, e.end, e.object)
os.remove(p)

#: closed file messages
import os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
f = open(p, "r+"); b = open(p, "rb"); f.close(); b.close(); f.close()
for g in [f.read, f.fileno, f.flush, lambda: f.write("x"), lambda: next(f), f.__enter__, b.read, b.tell, b.readable, lambda: repr(b).replace(p, "P"), lambda: iter(b)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
os.remove(p)

#: wrong direction messages of text and binary files
import io, os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
with open(p, "w") as w, open(p, "r") as r, open(p, "rb") as b:
    for g in [w.read, w.readline, lambda: next(w), lambda: r.write("x"), lambda: r.writelines(["a"]), lambda: r.truncate(0), lambda: b.write(b"x"), lambda: w.write(b"x"), lambda: w.write(5), lambda: w.writelines(5)]:
        try:
            print(g())
        except Exception as e:
            print(type(e).__name__, isinstance(e, io.UnsupportedOperation), e)
os.remove(p)

#: an opener sees name and flags
import os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
seen = []
def opener(name, flags):
    seen.append((name == p, bool(flags & os.O_CREAT), bool(flags & os.O_TRUNC), flags & 3 == os.O_WRONLY))
    return os.open(name, flags)
with open(p, "w", opener=opener) as f:
    print(f.name == p, f.write("x"))
print(seen)
try:
    open(p, opener=lambda n, f: -1)
except ValueError as e:
    print(e)
os.remove(p)

#: raw descriptors with os.open read write and lseek
import os, tempfile
d = tempfile.mkdtemp(); p = d + "/f"
fd = os.open(p, os.O_CREAT | os.O_RDWR | os.O_EXCL, 0o600)
print(os.write(fd, b"hello"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 2), os.lseek(fd, 0, os.SEEK_END), os.fstat(fd).st_size)
os.ftruncate(fd, 2); print(os.lseek(fd, 0, 0), os.read(fd, 10), os.isatty(fd)); os.close(fd)
for g in [lambda: os.open(p, os.O_CREAT | os.O_EXCL), lambda: os.close(9999), lambda: os.read(9999, 1), lambda: os.open(p + "no", os.O_RDONLY)]:
    try:
        g()
    except OSError as e:
        print(type(e).__name__, e.strerror)
os.remove(p); os.rmdir(d)

#: os.readinto fills a buffer
import os, tempfile
fd, p = tempfile.mkstemp(); os.write(fd, b"abcdef"); os.lseek(fd, 0, 0)
a = bytearray(4)
print(os.readinto(fd, a), a, os.readinto(fd, a), a, os.readinto(fd, a))
try:
    os.readinto(fd, b"frozen")
except TypeError as e:
    print(e)
os.close(fd); os.remove(p)

#: append mode writes at the end
import os, tempfile
fd, p = tempfile.mkstemp(); os.write(fd, b"12345"); os.close(fd)
with open(p, "a+") as f:
    print(f.tell(), f.seek(1), repr(f.read(2)), f.write("67"), f.tell())
    f.seek(0); print(f.read())
with open(p, "ab", buffering=0) as f:
    print(type(f).__name__, f.mode, f.tell(), f.write(b"8"), f.tell())
print(os.path.getsize(p)); os.remove(p)

#: directories listdir scandir and walk
import os, tempfile
d = tempfile.mkdtemp()
os.makedirs(d + "/a/b"); open(d + "/f.txt", "w").close()
with os.scandir(d) as it:
    for e in sorted(it, key=lambda e: e.name):
        print(e, e.is_dir(), e.is_file(), e.is_symlink(), e.path == d + "/" + e.name, e.stat().st_size if e.is_file() else "-")
print([(r[len(d):], sorted(ds), fs) for r, ds, fs in os.walk(d)])
for g in [lambda: os.rmdir(d), lambda: os.mkdir(d + "/a"), lambda: os.listdir(d + "/f.txt"), lambda: os.makedirs(d + "/f.txt/x"), lambda: os.rmdir(d + "/f.txt")]:
    try:
        g()
    except OSError as e:
        print(type(e).__name__, e.strerror, e.filename[len(d):])
import shutil; shutil.rmtree(d); print(os.path.exists(d))

#: rename and remove
import os, tempfile, shutil
d = tempfile.mkdtemp()
open(d + "/a", "w").write("A"); open(d + "/b", "w").write("B"); os.mkdir(d + "/dir")
os.rename(d + "/a", d + "/b"); print(sorted(os.listdir(d)), open(d + "/b").read())
for g in [lambda: os.rename(d + "/no", d + "/x"), lambda: os.remove(d + "/no"), lambda: os.rename(d + "/dir", d + "/b"), lambda: os.unlink(d + "/dir")]:
    try:
        g()
    except OSError as e:
        print(type(e).__name__, e.filename[len(d):], e.filename2 and e.filename2[len(d):])
shutil.rmtree(d)

#: symlinks
import os, tempfile, shutil
d = tempfile.mkdtemp()
open(d + "/t", "w").write("target")
os.symlink("t", d + "/l"); os.symlink("gone", d + "/dead")
print(os.readlink(d + "/l"), open(d + "/l").read(), os.path.islink(d + "/l"), os.path.lexists(d + "/dead"), os.path.exists(d + "/dead"))
print(os.lstat(d + "/l").st_mode != os.stat(d + "/l").st_mode, os.path.samefile(d + "/l", d + "/t"), os.path.realpath(d + "/l") == os.path.realpath(d + "/t"))
for g in [lambda: os.readlink(d + "/t"), lambda: open(d + "/dead"), lambda: os.symlink("x", d + "/l")]:
    try:
        g()
    except OSError as e:
        print(type(e).__name__, e.strerror)
shutil.rmtree(d)

#: chmod umask and stat modes
import os, stat, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
print(stat.filemode(os.stat(p).st_mode))
for m in [0o644, 0o400, 0o777]:
    os.chmod(p, m); print(oct(stat.S_IMODE(os.stat(p).st_mode)), stat.filemode(os.stat(p).st_mode))
old = os.umask(0o77)
try:
    print(oct(os.umask(0o77)))
finally:
    os.umask(old)
s = os.stat(p); print(type(s), s.st_size, len(s), s[6] == s.st_size, stat.S_ISREG(s.st_mode), s.n_fields, s.n_sequence_fields); os.remove(p)

#: utime sets the times
import os, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
os.utime(p, (1000, 2000)); s = os.stat(p)
print(s.st_atime, s.st_mtime, s.st_mtime_ns, os.path.getmtime(p), s.st_atime_ns)
os.utime(p, ns=(5_000_000_000, 7_000_000_000)); print(os.stat(p).st_mtime)
for a, k in [((p, (1,)), {}), ((p, (1, 2)), dict(ns=(1, 2))), ((p, 5), {})]:
    try:
        os.utime(*a, **k)
    except Exception as e:
        print(type(e).__name__, e)
os.remove(p)

#: environment variables
import os
os.environ["CONF_X"] = "1"
try:
    print(os.environ["CONF_X"], os.getenv("CONF_X"), "CONF_X" in os.environ, os.environ.get("CONF_NO"), os.getenv("CONF_NO", 5), os.environb[b"CONF_X"])
    for g in [lambda: os.environ["CONF_NO"], lambda: os.environ.__setitem__("A", 1), lambda: os.environ.__setitem__("", "x"), lambda: os.environ.__setitem__("a=b", "x"), lambda: os.environ.__setitem__("A", "x\0y"), lambda: os.environ.__delitem__("CONF_NO")]:
        try:
            print(g())
        except Exception as e:
            print(type(e).__name__, getattr(e, "strerror", None) or e)
finally:
    del os.environ["CONF_X"]
print(os.environ.pop("CONF_X", "gone"))

#: oserror picks the subclass from the number
import errno
for n in "ENOENT EEXIST EACCES EPERM EISDIR ENOTDIR EPIPE EINTR EAGAIN ESRCH ECHILD ECONNREFUSED ETIMEDOUT EINVAL".split():
    print(n, type(OSError(getattr(errno, n), "text")).__name__, type(IOError(getattr(errno, n), "t", "f")).__name__)
try:
    raise OSError(errno.ENOENT, "nope", "f")
except FileNotFoundError as e:
    print("caught", e.strerror, e.filename, e.args[1:])

#: oserror text and arguments
import pickle
for e in [OSError(), OSError("a"), OSError(9999, "b"), OSError(9999, "b", "f"), OSError(9999, "b", "f", None, "g"), OSError(9999, 2, 3, 4, 5, 6), FileNotFoundError(9999, "x"), BlockingIOError(9999, "b", 3)]:
    print(type(e).__name__, str(e), e.args, e.errno, e.strerror, e.filename, e.filename2)
print(BlockingIOError(9999, "b", 3).characters_written)
e = pickle.loads(pickle.dumps(FileNotFoundError(9999, "t", "f"))); print(repr(e), e.filename)

#: tempfile kinds
import tempfile, os
with tempfile.TemporaryDirectory(prefix="pp", suffix="ss") as d:
    print(os.path.basename(d)[:2], d[-2:], os.path.isdir(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", delete=False) as f:
    print(type(f).__name__, f.write("abc"), f.seek(0), f.read(), f.mode)
print(f.closed, os.path.exists(f.name)); os.remove(f.name)
with tempfile.SpooledTemporaryFile(max_size=4) as s:
    print(s._rolled, s.write(b"123"), s._rolled, s.write(b"45"), s._rolled, s.seek(0), s.read(), s.mode)

#: pathlib pure parts
from pathlib import PurePosixPath as P, PureWindowsPath as W, Path
p = P("/a/b.tar.gz")
print(p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, repr(p / "c"), p.with_suffix(".x"), p.with_name("z"), p.with_stem("q"))
print(p.relative_to("/a"), p.is_relative_to("/b"), p.match("*.gz"), P("a//b/./c/.."), P("").parts, P(".").name, W(r"c:\x\y").drive, W("C:/X") == W("c:/x"), p.full_match("/**/*.gz"))
for g in [lambda: p.relative_to("/z"), lambda: P("").with_name("x"), lambda: p.with_suffix("x"), lambda: p.with_name("a/b"), lambda: p / 5, lambda: P(5), lambda: p < W("a"), lambda: W("a").as_uri()]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: pathlib on the file system
import tempfile
from pathlib import Path
with tempfile.TemporaryDirectory() as t:
    d = Path(t)
    print((d / "x.txt").write_text("héllo\n", encoding="utf-8"), (d / "x.txt").read_bytes(), (d / "y").mkdir(), (d / "y").exists())
    (d / "y" / "z.py").touch()
    print(sorted(q.relative_to(d).as_posix() for q in d.rglob("*")), [q.name for q in d.glob("*.txt")], sorted(q.name for q in d.iterdir()))
    for g in [lambda: (d / "y").mkdir(), lambda: (d / "no").read_text(), lambda: (d / "no").unlink(), lambda: (d / "no").unlink(missing_ok=True), lambda: (d / "y").rmdir(), lambda: (d / "x.txt").write_text(b"s"), lambda: (d / "y").touch(exist_ok=False)]:
        try:
            print(g())
        except Exception as e:
            print(type(e).__name__, getattr(e, "strerror", None) or e)

#: shutil copies and moves
import os, shutil, tempfile
with tempfile.TemporaryDirectory() as d:
    open(d + "/a", "w").write("A"); os.mkdir(d + "/s")
    print(shutil.copy(d + "/a", d + "/s")[len(d):], shutil.copyfile(d + "/a", d + "/b")[len(d):], shutil.move(d + "/b", d + "/c")[len(d):], shutil.copytree(d + "/s", d + "/t")[len(d):])
    print(sorted(os.listdir(d)), os.listdir(d + "/t"))
    for g in [lambda: shutil.copyfile(d + "/a", d + "/a"), lambda: shutil.copy(d + "/no", d), lambda: shutil.copytree(d + "/s", d + "/t"), lambda: shutil.rmtree(d + "/no"), lambda: shutil.move(d + "/a", d + "/t/a"), lambda: shutil.move(d + "/t/a", d + "/s")]:
        try:
            g(); print("done")
        except Exception as e:
            print(type(e).__name__, (e.strerror or str(e)).replace(d, "D"))

#: a raw class of one's own under a buffered reader
import io
class Drip(io.RawIOBase):
    def __init__(self): self.parts = [b"ab", b"c\nd", b""]
    def readable(self): return True
    def readinto(self, b):
        p = self.parts.pop(0) if self.parts else b""
        b[:len(p)] = p
        print("readinto", len(b), p)
        return len(p)
t = io.TextIOWrapper(io.BufferedReader(Drip(), 8), encoding="ascii")
print(repr(t.readline()), repr(t.read()))
for f in [Drip().write, Drip().seek, Drip().fileno]:
    try:
        f(b"x") if f.__name__ != "fileno" else f()
    except Exception as e:
        print(type(e).__name__, e)

#: the io base classes
import io
print([c.__name__ for c in io.TextIOWrapper.__mro__], [c.__name__ for c in io.BytesIO.__mro__], [c.__name__ for c in io.FileIO.__mro__])
print(io.UnsupportedOperation.__mro__[1:3], io.DEFAULT_BUFFER_SIZE, io.IOBase.__module__, io.StringIO.__module__)
class C(io.IOBase): pass
c = C()
for n in ["readable", "writable", "seekable", "isatty", "fileno", "tell", "truncate", "flush", "close", "readline"]:
    try:
        print(n, getattr(c, n)())
    except Exception as e:
        print(n, type(e).__name__, e)

#: print to a file and its arguments
import io
s = io.StringIO()
print(1, "a", sep="-", end="!", file=s); print(file=s); print("x", end="", file=s, flush=True)
print(repr(s.getvalue()))
class W:
    def write(self, t): print("write", repr(t))
print("a", 2, file=W())
for k in [dict(sep=1), dict(end=2), dict(file=3), dict(bad=1)]:
    try:
        print("q", **k)
    except Exception as e:
        print(type(e).__name__, e)

#: file types and iteration protocol
import os, tempfile
fd, p = tempfile.mkstemp(); os.write(fd, b"1\n2\n3"); os.close(fd)
with open(p) as t, open(p, "rb") as r, open(p, "r+b") as rw, open(p, "rb", 0) as raw, open(p, "ab") as w:
    print([type(x).__name__ for x in (t, t.buffer, t.buffer.raw, r, rw, raw, w)], [x.mode for x in (t, t.buffer, r, rw, raw, w)])
    print(iter(t) is t, list(t), list(r), next(raw), raw.readlines(2), rw.readlines(1), repr(t).replace(p, "P"), repr(r).replace(p, "P"))
    try:
        open(p, buffering=-2).close(); print("ok")
    except ValueError as e:
        print(e)
os.remove(p)

#: pickling and copying an open file
import copy, io, os, pickle, tempfile
fd, p = tempfile.mkstemp(); os.close(fd)
with open(p) as t, open(p, "rb") as b, open(p, "rb", 0) as r:
    for f in (t, b, r):
        for g in (copy.copy, pickle.dumps):
            try:
                g(f)
            except Exception as e:
                print(type(e).__name__, e)
os.remove(p)
s = io.StringIO("ab\n"); s.read(1); c = copy.copy(s); print(c.read(), c.tell(), s.__getstate__()[:3])

#: modules in a zip file on the path
import os, sys, tempfile, zipfile, zipimport, importlib
fd, p = tempfile.mkstemp(suffix=".zip"); os.close(fd)
with zipfile.ZipFile(p, "w") as z:
    z.writestr("conf_zmod.py", "value = 5\nhere = __file__\n"); z.writestr("conf_zpkg/__init__.py", "from .sub import x\n"); z.writestr("conf_zpkg/sub.py", "x = 'sub'\n"); z.writestr("conf_zpkg/data.txt", "data")
print(any(h is zipimport.zipimporter for h in sys.path_hooks)); sys.path.insert(0, p)
try:
    import conf_zmod, conf_zpkg, pkgutil
    print(conf_zmod.value, conf_zmod.here.replace(p, "Z"), conf_zpkg.x, type(conf_zmod.__loader__).__name__, pkgutil.get_data("conf_zpkg", "data.txt"), sorted(m.name for m in pkgutil.iter_modules([p])))
finally:
    sys.path.remove(p); os.remove(p)
    for n in ("conf_zmod", "conf_zpkg", "conf_zpkg.sub"): sys.modules.pop(n, None)
    importlib.invalidate_caches()

#: a module file on the path and its reload
import importlib, os, shutil, sys, tempfile
d = tempfile.mkdtemp(); open(d + "/conf_mod1.py", "w").write("print('loading', __name__)\nx = 1\n"); open(d + "/conf_bad.py", "w").write("x = = 1\n"); sys.path.insert(0, d); importlib.invalidate_caches()
try:
    import conf_mod1; import conf_mod1 as again
    print(again is conf_mod1, conf_mod1.__spec__.name, os.path.basename(conf_mod1.__file__), conf_mod1.__cached__ is not None, type(conf_mod1.__loader__).__name__, conf_mod1.__package__ == "")
    open(d + "/conf_mod1.py", "w").write("y = 22222\n"); importlib.reload(conf_mod1); print(conf_mod1.y, conf_mod1.x)
    try: import conf_bad
    except SyntaxError as e: print(e.msg, os.path.basename(e.filename), e.lineno, e.offset, e.text, "conf_bad" in sys.modules)
finally:
    sys.path.remove(d); shutil.rmtree(d); sys.modules.pop("conf_mod1", None); importlib.invalidate_caches()

#: an environment name that begins with an equals sign
import os
for k in ("=D", "A=B", ""):
    try:
        os.environ[k] = "x"; print(repr(k), "set")
    except Exception as e:
        print(repr(k), type(e).__name__, getattr(e, "strerror", None) or e)
    finally:
        try: del os.environ[k]
        except Exception as e: print("del", type(e).__name__)
print("=D" in os.environ)
