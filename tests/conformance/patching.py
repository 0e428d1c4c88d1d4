#: print while len is replaced
import builtins
old = len
builtins.len = lambda x: 0
try:
    print("one")
    print("two", len("abc"))
finally:
    builtins.len = old
print(len("abc"))

#: reading a file while len raises
import builtins, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "a.txt")
with open(p, "w") as f: f.write("hello\nworld\n")
def bad(x): raise RuntimeError("len is broken")
old, builtins.len = len, bad
try:
    with open(p) as f: text = f.read()
    names = os.listdir(d)
    size = os.stat(p).st_size
finally: builtins.len = old
os.remove(p); os.rmdir(d)
print(repr(text), names, size)

#: spies on len and isinstance see only the calls of the program
import builtins, os, tempfile
p = os.path.join(tempfile.mkdtemp(), "a.txt")
seen, olds = [], (len, isinstance)
def spy_len(x): seen.append("len"); return olds[0](x)
def spy_is(a, b): seen.append("isinstance"); return olds[1](a, b)
builtins.len, builtins.isinstance = spy_len, spy_is
try:
    print("hello")
    f = open(p, "w"); f.write("text"); f.close()
    f = open(p); f.read(); f.close()
    len([]); isinstance(1, int)
finally: builtins.len, builtins.isinstance = olds
os.remove(p); os.rmdir(os.path.dirname(p))
print(seen)

#: builtins replaced while a file is written
import builtins, os, tempfile
p = os.path.join(tempfile.mkdtemp(), "b.bin")
names = ("int", "str", "bytes", "isinstance", "range", "min", "max", "getattr", "hasattr", "type", "super", "list", "dict", "ValueError", "OSError")
olds = {n: getattr(builtins, n) for n in names}
for n in names: setattr(builtins, n, None)
try:
    with open(p, "wb") as f: n1 = f.write(b"abc")
    with open(p, "rb") as f: data = f.read()
    os.remove(p)
finally:
    for n in olds: setattr(builtins, n, olds[n])
print(n1, data, os.path.exists(p))

#: print itself is replaced and put back
import builtins
lines, old = [], print
def fake(*args, sep=" ", **kw): lines.append(sep.join(map(str, args)))
builtins.print = fake
try:
    print("a", 1, sep="-")
    exec("print('from exec')")
    eval("print('from eval')")
finally: builtins.print = old
print(lines, builtins.print is old)

#: open is replaced for the code under test
import builtins, io
old = open
builtins.open = lambda path, mode="r": io.StringIO(f"fake {path} {mode}")
try:
    with open("/nowhere") as f: print(f.read())
    import pathlib
    try: print(pathlib.Path("/nowhere").read_text())
    except FileNotFoundError as e: print("pathlib", e.strerror)
finally: builtins.open = old

#: stdout is replaced by other objects
import sys, io
class Upper:
    def write(self, s): out.append(s.upper()); return 0
out, old = [], sys.stdout
results = []
for new in (Upper(), None, 5, io.BytesIO()):
    sys.stdout = new
    try: print("hello", "you", sep="+"); results.append("ok")
    except Exception as e: results.append((type(e).__name__, str(e)))
    finally: sys.stdout = old
print(out, results)

#: stdout is deleted
import sys
old = sys.stdout
del sys.stdout
try: print("lost")
except RuntimeError as e: message = str(e)
finally: sys.stdout = old
print(message)

#: module functions replaced in json
import json, json.encoder, json.decoder
old = json.dumps
json.dumps = lambda *a, **k: "patched"
try: print(json.dumps([1]), json.JSONEncoder().encode([1]))
finally: json.dumps = old
old = json.encoder.JSONEncoder.default
json.encoder.JSONEncoder.default = lambda self, o: f"<{type(o).__name__}>"
try: print(json.dumps({"a": {1, 2}, "b": 1j}))
finally: json.encoder.JSONEncoder.default = old
try: json.dumps({1})
except TypeError as e: print(e)

#: builtins shadowed by globals and uncovered again
def length(): return len("abc")
for i in range(100): length()
len = lambda x: "global"
print(length())
del len
print(length())
import builtins
builtins.extra_name = "from builtins"
try: print(extra_name)
finally: del builtins.extra_name
extra_name

#: builtin class replaced by a subclass
import builtins
old = int
class Int(int):
    def __repr__(self): return f"Int({old.__repr__(self)})"
builtins.int = Int
try: print([int("3")], [3], isinstance(3, int), int is Int, type(len("a")) is old)
finally: builtins.int = old
print([int("3")])

#: import hook by replacing the import function
import builtins
old = builtins.__import__
def spy(name, globals=None, locals=None, fromlist=(), level=0):
    log.append((name, fromlist, level)); return old(name, globals, locals, fromlist, level)
log = []
builtins.__import__ = spy
try:
    import json
    from os import path as p, sep
    import os.path
    try: from . import nothing
    except ImportError as e: log.append(str(e))
finally: builtins.__import__ = old
print(log)

#: import function that is missing
import builtins
old = builtins.__import__
del builtins.__import__
try: import json
except ImportError as e: print(type(e).__name__, e)
finally: builtins.__import__ = old

#: build class replaced
import builtins
old = builtins.__build_class__
def spy(func, name, *bases, **kw):
    print("build", name, [b.__name__ for b in bases], kw); return old(func, name, *bases, **kw)
builtins.__build_class__ = spy
try:
    class A: pass
    class B(A, metaclass=type): pass
finally: builtins.__build_class__ = old
for args in ((), (1,), (lambda: 0,), (lambda: 0, 3), (lambda: 0, "n")):
    try: print(old(*args))
    except TypeError as e: print(e)

#: setting and deleting attributes of builtin types and modules
import math, collections, datetime
for step in ("str.shout = 1", "setattr(list, 'append', None)", "del dict.get", "object.__init__ = 1", "type.x = 1", "datetime.date.today = 1", "collections.deque.x = 1", "collections.OrderedDict.x = 1", "type(print).x = 1", "ValueError.x = 1", "math.pi = 3; print(math.pi)", "type(math).x = 1", "(lambda: 0).__class__ = int", "math.__class__ = int"):
    pi = math.pi
    try: exec(step); print(step, "done")
    except Exception as e: print(step, "->", type(e).__name__, e)
    finally: math.pi = pi

#: mock calls are recorded and compared
from unittest.mock import Mock, call, ANY
m = Mock(return_value=3)
print(m(1, a=2))
m.sub.deep("x", y=[1])
print(m.mock_calls, m.method_calls, m.call_args, m.call_count)
print(m.call_args == call(1, a=2), m.call_args == ((1,), {"a": 2}), m.call_args == call(1, a=ANY), call(1).sub(2), call(1) == call(1, b=2))
for f in (lambda: m.assert_called_with(2), lambda: m.sub.deep.assert_called_once_with("y"), lambda: m.other.assert_called(), lambda: m.assert_has_calls([call(9)]), lambda: m.asert_called()):
    try: f()
    except (AssertionError, AttributeError) as e: print(type(e).__name__, e)

#: mock any equals objects whose eq returns none
from unittest.mock import Mock, call, ANY
class Odd:
    def __eq__(self, other): return None
    def __ne__(self, other): return None
m = Mock()
m(Odd(), x=Odd())
print([call(ANY, x=ANY)] == m.mock_calls, m.mock_calls == [call(ANY, x=ANY)], call(ANY, x=ANY) == m.call_args)
m.assert_called_with(ANY, x=ANY)

#: comparing dicts asks the left value
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, other): print(self.n, "==", other.n); return True
print({1: V("a")} == {1: V("b")})
print({1: V("a")} != {1: V("b")}, [V("c")] == [V("d")], (V("e"),) == (V("f"),))
print({1: V("a")}.items() == {1: V("b")}.items())

#: patch as decorator context manager and by object
from unittest.mock import patch, sentinel, DEFAULT
import os, json
@patch("json.dumps", return_value="fake")
@patch.object(os, "getcwd")
def f(extra, cwd, dumps):
    cwd.return_value = "/fake"
    return os.getcwd(), json.dumps([1]), extra
print(f(5), json.dumps([1]))
with patch("os.sep", sentinel.separator) as s: print(os.sep, s is os.sep)
with patch.multiple("os", getcwd=DEFAULT, sep="!") as d: print(sorted(d), os.sep)
print(os.sep)
for target in ("nodots", "os.no_such_thing", "no_such_module.x"):
    try: patch(target).start()
    except Exception as e: print(type(e).__name__, str(e).split("> ")[-1])

#: patch dict and environment
from unittest.mock import patch
import os
d = {"a": 1}
with patch.dict(d, {"b": 2}, c=3): print(d)
print(d)
with patch.dict(d, clear=True): d["z"] = 1; print(d)
with patch.dict("os.environ", {"PATCHED": "yes"}): print(os.environ["PATCHED"], os.getenv("PATCHED"))
print(os.getenv("PATCHED"), d)
try:
    with patch.dict(d, x=1): raise KeyError("inside")
except KeyError: print(d)

#: autospec checks the signature
from unittest.mock import create_autospec, Mock
class C:
    x = 1
    def m(self, a, *, b=2): "doc"
    @staticmethod
    def s(v): pass
def func(a, b=1): "about func"
c, f = create_autospec(C), create_autospec(func, return_value=7)
print(f(1), f(1, b=2), type(f).__name__, f.__name__, f.__doc__, f.call_count)
for g in (lambda: f(), lambda: f(1, 2, 3), lambda: f(a=1, c=2), lambda: c().m(), lambda: c().m(1, 2), lambda: c.s(), lambda: c().nope, lambda: c(1)):
    try: g()
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)

#: autospec of builtin functions
from unittest.mock import create_autospec
import os
for f in (open, len, os.listdir, str.upper, sorted):
    m = create_autospec(f)
    print(f.__name__, type(m).__name__)
m = create_autospec(len)
try: m()
except TypeError as e: print(e)

#: side effects of mocks
from unittest.mock import Mock
m = Mock(side_effect=[1, ValueError("second"), 3])
for i in range(4):
    try: print(m())
    except Exception as e: print(type(e).__name__, e)
m.side_effect = lambda x: x * 2
print(m(4))
m.side_effect = KeyError
try: m()
except KeyError as e: print(repr(e))
m.reset_mock(side_effect=True); print(m.call_count, m.side_effect)

#: spec sentinel and repr of mocks
from unittest.mock import Mock, MagicMock, sentinel, PropertyMock, NonCallableMock, seal
m = Mock(spec=["a", "b"], name="thing")
print(sentinel.x is sentinel.x, sentinel.x, isinstance(Mock(spec=int), int), repr(m.a).split(" id=")[0], MagicMock().__len__(), len(MagicMock()), list(MagicMock()), int(MagicMock()))
for f in (lambda: m.c, lambda: setattr(Mock(spec_set=["a"]), "z", 1), lambda: len(Mock()), lambda: NonCallableMock()(), lambda: MagicMock() < 3):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class C: pass
type(c := C()).p = PropertyMock(return_value=5)
print(c.p, vars(C)["p"].mock_calls)

#: wraps copies attributes
import functools
def original(a: int, b=2) -> str:
    "doc of original"
original.tag = "t"
@functools.wraps(original)
def wrapper(*args): pass
print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.tag, wrapper.__wrapped__ is original, wrapper.__annotations__, wrapper.__defaults__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
w = functools.wraps(len)(lambda x: 0)
print(w.__name__, w.__doc__, w.__module__, w.__wrapped__ is len)

#: update wrapper with odd objects
import functools
class Callable:
    def __init__(self): self.note = 1
    def __call__(self): pass
f = functools.update_wrapper(lambda: 0, Callable())
print(f.__name__, f.note, type(f.__wrapped__).__name__, f.__doc__)
p = functools.update_wrapper(functools.partial(int, base=2), int)
print(p.__name__, p("101"))
for a in ((3, len), (lambda: 0, 5)):
    try: print(functools.update_wrapper(*a).__name__)
    except Exception as e: print(type(e).__name__, e)

#: exit stack unwinds in reverse and handles errors
from contextlib import ExitStack, contextmanager
@contextmanager
def cm(n):
    print("enter", n)
    try: yield n
    finally: print("exit", n)
with ExitStack() as s:
    print([s.enter_context(cm(i)) for i in "ab"])
    s.callback(print, "callback", sep=":")
    s.push(lambda *exc: print("push sees", exc[0].__name__) or True)
    s.callback(lambda: 1 / 0)
try: ExitStack().enter_context(3)
except TypeError as e: print(e)
t = ExitStack(); t.callback(print, "late"); u = t.pop_all(); t.close(); u.close()

#: exit stack fixes the context of errors
from contextlib import ExitStack
def fail(exc):
    def f(*a): raise exc
    return f
try:
    with ExitStack() as s:
        s.push(fail(KeyError(1))); s.push(fail(IndexError(2)))
        raise ValueError(0)
except KeyError as e:
    while e: print(repr(e)); e = e.__context__

#: redirect suppress and nullcontext
import contextlib, io
b = io.StringIO()
with contextlib.redirect_stdout(b), contextlib.redirect_stdout(io.StringIO()) as inner:
    print("to inner")
with contextlib.redirect_stdout(b) as x: print("to b"); help_text = x is b
print(repr(b.getvalue()), repr(inner.getvalue()), help_text)
with contextlib.suppress(KeyError, ValueError): {}["x"]
with contextlib.nullcontext(5) as n: print(n)
with contextlib.closing(b): pass
b.read()

#: displayhook and excepthook replaced
import sys, builtins
old = sys.displayhook
shown = []
sys.displayhook = shown.append
try: exec(compile("1 + 1", "<p>", "single"))
finally: sys.displayhook = old
print(shown)
exec(compile("'text'; None; [1]", "<p>", "single"))
print(builtins._)
del builtins._
print(sys.displayhook is sys.__displayhook__)

#: audit hooks hear of opens imports and code
import sys, os, tempfile
log, on = [], [True]
def hook(event, args):
    if on[0] and event in ("open", "compile", "exec", "import", "os.listdir", "os.remove", "builtins.id", "object.__setattr__", "os.mkdir"): log.append(event)
p = os.path.join(tempfile.mkdtemp(), "x")
sys.addaudithook(hook)
open(p, "w").close()
os.listdir(os.path.dirname(p)); os.remove(p)
exec("1")
def f(): pass
f.__code__ = f.__code__
id(f); on[0] = False
print(log)

#: breakpoint obeys its environment variable and hook
import os, sys
os.environ["PYTHONBREAKPOINT"] = "0"
try:
    print(breakpoint())
    os.environ["PYTHONBREAKPOINT"] = "builtins.len"
    print(breakpoint("abc"))
    sys.breakpointhook = lambda *a, **k: (a, k)
    print(breakpoint(1, x=2))
    del sys.breakpointhook
    try: breakpoint()
    except RuntimeError as e: print(e)
finally:
    sys.breakpointhook = sys.__breakpointhook__; del os.environ["PYTHONBREAKPOINT"]

#: settrace sees a for loop
import sys
log = []
def tracer(frame, event, arg):
    if frame.f_code.co_name in ("f", "g"): log.append((frame.f_code.co_name, event, frame.f_lineno))
    return tracer
def f():
    for i in range(2):
        i
    return list(g())
def g():
    yield 1
sys.settrace(tracer)
try: f()
finally: sys.settrace(None)
for e in log: print(*e)

#: setprofile sees calls of python and builtin functions
import sys
log = []
class A:
    def __init__(self): pass
class B: pass
def prof(frame, event, arg):
    log.append((event, getattr(arg, "__name__", None) if event.startswith("c_") else frame.f_code.co_name))
def f(): A(); B(); len([]); [].append(1)
sys.setprofile(prof)
try: f()
finally: sys.setprofile(None)
print(*log, sep="\n")
