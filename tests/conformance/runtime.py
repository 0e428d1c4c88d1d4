#: settrace events of a loop
import sys
log = []
def tr(f, e, a):
    if f.f_code.co_name == "loop": log.append((f.f_lineno - f.f_code.co_firstlineno, e, a if e == "return" else a and a[0].__name__)); return tr
def loop():
    t = 0
    for i in range(2):
        t += i
    return t
sys.settrace(tr)
try: loop()
finally: sys.settrace(None)
for x in log: print(*x)

#: settrace events of a generator and a comprehension
import sys
log = []
def tr(f, e, a):
    if f.f_code.co_name in ("gen", "use"): log.append((f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, e, a if e == "return" else a and a[0].__name__)); return tr
def gen():
    yield 1
    yield 2
def use():
    a = [x for x in gen()]
    return sum(y for y in a)
sys.settrace(tr)
try: use()
finally: sys.settrace(None)
for x in log: print(*x)

#: settrace events of exceptions
import sys
log = []
def tr(f, e, a):
    if f.f_code.co_name in ("bad", "outer"): log.append((f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, e, repr(a[1]) if e == "exception" else a)); return tr
def bad():
    return 1 / 0
def outer():
    try:
        bad()
    except ZeroDivisionError as e:
        return "handled"
    finally:
        x = 1
sys.settrace(tr)
try: outer()
finally: sys.settrace(None)
for x in log: print(*x)

#: settrace line events of if while and with
import sys
log = []
def tr(f, e, a):
    if f.f_code.co_name == "f": log.append((e, f.f_lineno - f.f_code.co_firstlineno)); return tr
class C:
    def __enter__(self): return self
    def __exit__(self, *a): return True
def f(n):
    while n:
        n -= 1
        if n == 1: continue
        with C():
            raise ValueError
    else:
        n = 5
    return (lambda: n)()
sys.settrace(tr)
try: f(2)
finally: sys.settrace(None)
print(log)

#: settrace changes lines and locals
import sys
def tr(f, e, a):
    if f.f_code.co_name != "f": return None
    f.f_trace_opcodes = False
    if e == "line" and f.f_lineno - f.f_code.co_firstlineno == 3: f.f_lineno = f.f_code.co_firstlineno + 4
    if e == "line": f.f_locals["x"] = f.f_locals.get("x", 0) + 10
    return tr
def f():
    x = 1
    x += 1
    x = "skipped"
    return x
sys.settrace(tr)
try: print(f())
finally: sys.settrace(None)
try:
    sys._getframe().f_lineno = 1
except ValueError as e:
    print(e)

#: a trace function that raises or returns another
import sys
def second(f, e, a): print("second", e); return second
def first(f, e, a):
    if f.f_code.co_name in ("f", "g"):
        print("first", e, f.f_code.co_name)
        if f.f_code.co_name == "g": raise KeyError("from tracer")
        return second
def f(): return 1
def g(): return 1
sys.settrace(first)
try:
    f(); g()
except KeyError as e:
    print("raised", e, sys.gettrace())
finally: sys.settrace(None)

#: setprofile events
import sys
log = []
def pr(f, e, a): log.append((e, f.f_code.co_name, getattr(a, "__name__", a) if e[0] == "c" and e != "call" else None))
class A:
    def __init__(self): pass
def f():
    len("ab"); A(); [1].append(2); "a".upper(); int("5")
    try: int("x")
    except ValueError: pass
sys.setprofile(pr)
try: f()
finally: sys.setprofile(None)
for x in log: print(*x)

#: setprofile of generators and builtins that call back
import sys
log = []
def pr(f, e, a): log.append((e, getattr(a, "__name__", None) if e.startswith("c_") else f.f_code.co_name))
def g():
    yield 1
def k(x): return -x
def f():
    list(g()); sorted([1, 2], key=k); print(end=""); isinstance(1, int); open
sys.setprofile(pr)
try: f()
finally: sys.setprofile(None)
print([x for x in log])

#: errors of settrace and friends
import sys
for f in [lambda: sys.settrace(), lambda: sys.setprofile(), lambda: sys.settrace(1, 2), lambda: sys.gettrace(), lambda: sys.setrecursionlimit(-1), lambda: sys.setrecursionlimit("a"), lambda: sys._getframe(999), lambda: sys._getframe("a"), lambda: sys.intern(5), lambda: sys.setswitchinterval(-1), lambda: sys.exit(1, 2), lambda: sys.getrefcount(), lambda: sys.call_tracing(5, ()), lambda: sys.exc_info(), lambda: sys.exception(), lambda: sys._getframemodulename(), lambda: sys.getrecursionlimit() > 100]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: sys.monitoring events
import sys
m = sys.monitoring; E = m.events; log = []
def f(x):
    for i in range(2): len("a")
    return x
m.use_tool_id(3, "conf")
try:
    for n in ("PY_START", "PY_RETURN", "CALL", "JUMP", "LINE", "BRANCH_LEFT", "BRANCH_RIGHT", "C_RETURN"):
        m.register_callback(3, getattr(E, n), lambda *a, n=n: log.append((n, a[0].co_name, getattr(a[-1], "__name__", "-") if n != "LINE" else a[1] - a[0].co_firstlineno)))
    m.set_local_events(3, f.__code__, E.PY_START | E.PY_RETURN | E.CALL | E.LINE | E.JUMP)
    f(5); print(m.get_tool(3), m.get_local_events(3, f.__code__) == E.PY_START | E.PY_RETURN | E.CALL | E.LINE | E.JUMP)
finally:
    m.free_tool_id(3)
for x in log: print(*x)

#: sys.monitoring disable exceptions and errors
import sys
m = sys.monitoring; E = m.events; log = []
def f():
    for i in range(3):
        try: int("x")
        except ValueError: pass
m.use_tool_id(4, "conf2")
try:
    def once(code, line): log.append(("line", line - code.co_firstlineno)); return m.DISABLE
    m.register_callback(4, E.LINE, once); m.register_callback(4, E.RAISE, lambda c, o, e: c is f.__code__ and log.append(("raise", type(e).__name__))); m.register_callback(4, E.EXCEPTION_HANDLED, lambda c, o, e: c is f.__code__ and log.append("handled"))
    m.set_local_events(4, f.__code__, E.LINE); m.set_events(4, E.RAISE | E.EXCEPTION_HANDLED); f(); m.set_events(4, 0); f(); m.restart_events(); f()
    print(log)
    for g in [lambda: m.use_tool_id(4, "again"), lambda: m.use_tool_id(9, "x"), lambda: m.use_tool_id(2, 5), lambda: m.set_events(1, E.LINE), lambda: m.set_events(4, 1 << 40), lambda: m.set_local_events(4, f.__code__, E.RAISE), lambda: m.set_local_events(4, 5, 1), lambda: m.register_callback(4, 3, print), lambda: m.get_tool(2), lambda: sorted(n for n in dir(E) if n[0] != "_"), lambda: m.get_events(4)]:
        try:
            print(g())
        except Exception as e:
            print(type(e).__name__, e)
finally: m.free_tool_id(4)

#: audit events of files
import sys, os, tempfile
d = tempfile.mkdtemp(); on = True; log = []
def hook(e, a):
    if on and e.split(".")[0] in ("open", "os", "shutil"): log.append((e,) + tuple(str(x).replace(d, "D") if isinstance(x, str) else "-" for x in a))
sys.addaudithook(hook)
try:
    open(d + "/x", "w").close(); os.mkdir(d + "/s"); os.listdir(d); os.rename(d + "/x", d + "/y"); os.chmod(d + "/y", 0o600); os.remove(d + "/y"); os.rmdir(d + "/s"); os.scandir(d).close()
    try: open(d + "/none")
    except FileNotFoundError: pass
    os.open(d + "/z", os.O_CREAT | os.O_WRONLY); os.truncate(d + "/z", 1); os.utime(d + "/z"); os.symlink("a", d + "/l"); os.walk(d)
finally: on = False
for x in log: print(*x)
import shutil; shutil.rmtree(d)

#: audit events of exec compile import and attributes
import sys
on = True; log = []
def hook(e, a):
    if on and e in ("exec", "compile", "import", "object.__setattr__", "object.__getattr__", "code.__new__", "function.__new__", "sys.settrace", "sys.setprofile", "sys._getframe", "builtins.id", "gc.get_objects", "gc.get_referrers", "builtins.breakpoint", "object.__delattr__", "sys.unraisablehook"): log.append((e, a[1] if e.startswith("object") else a[0] if e == "import" else "-"))
sys.addaudithook(hook)
class A: pass
class B: pass
def f(): pass
try:
    exec("1"); eval("2"); compile("3", "s", "eval"); f.__code__ = (lambda: 1).__code__; f.__defaults__ = (); A().__class__ = B; A.__bases__; f.__code__; id(5); sys._getframe(); sys.settrace(None); sys.setprofile(None)
    type(f)(f.__code__, {}); f.__code__.replace(co_name="z")
    try: __import__("no_such_module_at_all")
    except ImportError: pass
finally: on = False
for x in log: print(*x)

#: audit hook order errors and own events
import sys
on = True; log = []
def one(e, a):
    if on and e.startswith("conf."): log.append(("one", e, a))
def two(e, a):
    if on and e == "conf.stop": raise RuntimeError("stopped")
    if on and e.startswith("conf."): log.append(("two", e, a))
sys.addaudithook(one); sys.addaudithook(two)
try:
    print(sys.audit("conf.x", 1, "a"), sys.audit("conf.none"))
    for f in [lambda: sys.audit("conf.stop", 2), lambda: sys.audit(), lambda: sys.audit(5), lambda: sys.addaudithook(), lambda: sys.audit("conf.y", k=1)]:
        try: f()
        except Exception as e: print(type(e).__name__, e)
finally: on = False
print(log)

#: gc basics
import gc, weakref
class N: pass
def cycle():
    a = N(); b = N(); a.b = b; b.a = a; return weakref.ref(a)
gc.disable()
try:
    r = cycle(); print(r() is None, gc.isenabled(), gc.collect() >= 2, r() is None)
finally: gc.enable()
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked({}), gc.is_tracked(N()), gc.is_finalized(N()), gc.garbage, len(gc.get_threshold()), len(gc.get_count()), gc.get_debug(), len(gc.get_stats()), sorted(gc.get_stats()[0]), gc.get_freeze_count())
l = [N()]; print(any(x is l for x in gc.get_referrers(l[0])), gc.get_referents(l)[0] is l[0], gc.get_referents((1, "a")), gc.collect(0) >= 0)
for f in [lambda: gc.collect(5), lambda: gc.collect("a"), lambda: gc.set_threshold("a"), lambda: gc.get_objects(generation=9), lambda: gc.is_tracked(), lambda: gc.set_debug("x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: gc of cycles through closures classes generators and iterators
import gc, weakref
class X: pass
def through(make):
    x = X(); r = weakref.ref(x); x.me = make(x); del x; gc.collect(); return r() is None
def gen(x):
    yield x
def started(x): g = gen(x); next(g); return g
print([through(m) for m in (lambda x: (lambda: x), lambda x: [x], lambda x: {1: x}, lambda x: {x}, lambda x: (x,), started, lambda x: type("T", (), {"x": x}), lambda x: iter([x]), lambda x: iter({1: x}.items()), lambda x: iter({x}), lambda x: map(lambda y: x, []), lambda x: zip([x]), lambda x: enumerate([x]), lambda x: weakref.ref(x), lambda x: x.__init__, lambda x: property(lambda s: x), lambda x: memoryview(b"a"), lambda x: __import__("functools").partial(print, x), lambda x: __import__("itertools").chain([x]), lambda x: __import__("collections").deque([x]))])

#: a dataclass is collected with its methods
import gc, weakref
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple
def make():
    @dataclass
    class D: x: int
    class E(Enum): A = 1
    class N(NamedTuple): x: int
    class P[T]: y: T
    return [weakref.ref(o) for o in (D, D.__init__, E, N, P)]
rs = make(); gc.collect(); gc.collect()
print([r() is None for r in rs])

#: finalizers order and resurrection
import gc
log = []; saved = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n); saved.append(self) if self.n == "back" else None
a = A("now"); del a; print(log)
a = A("back"); del a; print(log, saved[0].n); saved.clear(); print(log)
l = [A(1), A(2), A(3)]; del l[1]; print(log); del l; print(log)
def f(): x = A("local"); y = A("second"); return 5
f(); print(log)
A("temp"); d = {"k": A("old")}; d["k"] = A("new"); print(log); d.clear(); print(log)

#: weak references
import weakref, gc
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)
a, b = A(1), A(1); r, s = weakref.ref(a), weakref.ref(b); log = []
print(r == s, hash(r) == hash(1), r() is a, weakref.ref(a) is r, weakref.getweakrefcount(a), r.__callback__, repr(r).split(" at")[0], weakref.getweakrefs(a)[0] is r)
c = weakref.ref(a, lambda x: log.append(("first", x() is None))); d = weakref.ref(a, lambda x: log.append("second")); e = weakref.ref(a, lambda x: 1 / 0)
del a; print(log, r(), r == s, repr(r).endswith("dead>"), hash(r) == hash(1), r == r)
for f in [lambda: weakref.ref(5), lambda: weakref.ref("a"), lambda: weakref.ref([]), lambda: weakref.ref(None), lambda: weakref.ref(), lambda: weakref.ref(b, 1, 2), lambda: weakref.ref(b, callback=1), lambda: hash(weakref.ref(A(2))), lambda: weakref.ref(type("S", (), {"__slots__": ()})()), lambda: r < s, lambda: setattr(s, "x", 1), lambda: r(1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: weak proxies
import weakref
class A:
    x = 1
    def __call__(self): return "called"
    def __len__(self): return 3
    def __add__(self, o): return "sum"
    def __str__(self): return "str of A"
class B: y = 2
a, b = A(), B(); p, q = weakref.proxy(a), weakref.proxy(b)
print(type(p).__name__, type(q).__name__, p.x, p(), len(p), p + 1, str(p), repr(q)[:10], p.__class__, isinstance(p, A), weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType), weakref.proxy(a) is p, bool(p), f"{p}", callable(p), callable(q), weakref.ProxyType.__name__, weakref.CallableProxyType.__module__)
p.x = 5; print(a.x); del a, b
for f in [lambda: p.x, lambda: q.y, lambda: p(), lambda: hash(p), lambda: str(p), lambda: bool(q), lambda: repr(q)[:10], lambda: weakref.proxy(5), lambda: p + 1, lambda: p == 1, lambda: len(q)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: weak containers methods and finalize
import weakref
class A:
    def m(self): return "m"
a = A(); d = weakref.WeakValueDictionary(k=a); k = weakref.WeakKeyDictionary({a: 1}); s = weakref.WeakSet([a]); w = weakref.WeakMethod(a.m); log = []
f = weakref.finalize(a, log.append, "done"); g = weakref.finalize(a, log.append, "later"); g.atexit = False
print(len(d), list(k.values()), a in s, w()(), f.alive, f.peek()[2], f.atexit, g.detach()[2], g.alive, dict(d)["k"] is a, d.get("z"), len(k | {}), len(s | s))
del a
print(len(d), len(k), len(s), w(), f.alive, log, f(), f.peek(), list(d.keys()))
for h in [lambda: d["k"], lambda: d.__setitem__("a", 5), lambda: k.__setitem__(5, 1), lambda: s.add(5), lambda: weakref.WeakMethod(5), lambda: weakref.WeakMethod(A().m)(), lambda: weakref.finalize(5, print), lambda: weakref.finalize(), lambda: k[A()], lambda: s.pop(), lambda: weakref.finalize(A())]:
    try:
        print(h())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at ")[0])

#: warnings filters and once per location
import warnings
def w(m, c=UserWarning): warnings.warn(m, c)
for action in ("default", "once", "module", "always", "ignore", "error"):
    with warnings.catch_warnings(record=True) as got:
        warnings.resetwarnings(); warnings.simplefilter(action); globals().pop("__warningregistry__", None)
        try:
            for i in range(2): w("same")
            w("other"); w("same", DeprecationWarning)
        except Warning as e:
            print("raised", type(e).__name__, e)
        print(action, [(str(x.message), x.category.__name__, x.filename, x.lineno) for x in got])

#: warnings filter order formats and errors
import warnings
with warnings.catch_warnings(record=True) as got:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", "no.*"); warnings.filterwarnings("always", category=DeprecationWarning, append=True); warnings.filterwarnings("error", "BAD", module="zz")
    for m in ("nope", "yes", "BAD"): warnings.warn(m, DeprecationWarning, stacklevel=1)
    warnings.warn(UserWarning("obj")); warnings.warn_explicit("ex", UserWarning, "file.py", 7, module="zz", registry={})
    print([str(x.message) for x in got], warnings.filters[0][0], len(warnings.filters), got[0].source, got[-1])
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "line text"), end="")
for f in [lambda: warnings.warn("a", 5), lambda: warnings.warn("a", int), lambda: warnings.warn(), lambda: warnings.warn(5), lambda: warnings.simplefilter("bad"), lambda: warnings.filterwarnings("error", 5), lambda: warnings.filterwarnings("error", "", int), lambda: warnings.simplefilter("error", lineno=-1), lambda: warnings.warn("a", stacklevel="x"), lambda: warnings.catch_warnings(5), lambda: warnings.catch_warnings().__exit__(), lambda: warnings.warn_explicit("a", UserWarning)]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)

#: deprecated decorator and warning attributes
import warnings, inspect
@warnings.deprecated("use g")
def f(): return 1
@warnings.deprecated("old class", category=FutureWarning)
class C: pass
class D(C): pass
with warnings.catch_warnings(record=True) as got:
    warnings.simplefilter("always")
    f(); C(); D()
    class E(C): pass
    print([(str(w.message), w.category.__name__, w.lineno) for w in got], f.__deprecated__, f.__wrapped__.__name__, C.__deprecated__)
for g in [lambda: warnings.deprecated(5), lambda: warnings.deprecated(), lambda: warnings.deprecated("x")(5)]:
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)

#: an unclosed file warns when it is dropped
import gc, os, tempfile, warnings
fd, p = tempfile.mkstemp(); os.close(fd)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f = open(p, "w"); del f; gc.collect()
    open(p, "rb", 0); gc.collect()
    print([(x.category.__name__, str(x.message).replace(p, "P")) for x in w])
os.remove(p)

#: syntax warnings of a compile
import warnings
for src in ["x is 5", "assert (1, 'm')", "1()", "'a' 'b' [1]()", "[1][1, 2]", "'\\q'", "def f():\n try: pass\n finally: return 1", "0x1for x in y", "5 is None", "b'\\z'", "'a'['b']", "for x in y:\n try: pass\n finally: break", "() is ()", "1if 2else 3"]:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            compile(src, "<s>", "exec")
        except SyntaxError as e:
            print(src, "SyntaxError", e.msg)
        print(repr(src), [(x.category.__name__, str(x.message), x.lineno) for x in w])

#: breakpoint and its hook
import os, sys
os.environ["PYTHONBREAKPOINT"] = "0"
try:
    print(breakpoint())
    os.environ["PYTHONBREAKPOINT"] = "builtins.len"; print(breakpoint("abc"))
    sys.breakpointhook = lambda *a, **k: ("hook", a, k); print(breakpoint(1, x=2), sys.__breakpointhook__("four"))
    del sys.breakpointhook; breakpoint()
except Exception as e:
    print(type(e).__name__, e)
finally:
    sys.breakpointhook = sys.__breakpointhook__; os.environ.pop("PYTHONBREAKPOINT", None)

#: breakpoint with a name that can not be imported
import os, warnings
try:
    for n in ("no.such.thing", "nonsense", "os.nope", ".", "sys."):
        os.environ["PYTHONBREAKPOINT"] = n
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter("always")
            print(n, breakpoint(), [(x.category.__name__, str(x.message)) for x in w])
finally: os.environ.pop("PYTHONBREAKPOINT", None)

#: displayhook
import sys, builtins, io
old = sys.displayhook
try:
    [exec(compile(s, "s", "single")) for s in ("1 + 1", "None", "'a\\n'")]
    print(builtins._)
    sys.displayhook = lambda v: print("shown", v); exec(compile("x = 5; x; None", "s", "single"))
    sys.__displayhook__([1]); sys.displayhook = None; exec(compile("5", "s", "single"))
except Exception as e:
    print(type(e).__name__, e)
finally:
    sys.displayhook = old; builtins.__dict__.pop("_", None)

#: excepthook and unraisablehook
import sys, io
out = io.StringIO(); old, un = sys.stderr, sys.unraisablehook; sys.stderr = out
try:
    try: 1 / 0
    except Exception as e: sys.excepthook(type(e), e, None); sys.__excepthook__(ValueError, ValueError("v\nw"), None)
    sys.unraisablehook = lambda u: out.write(f"UNRAISABLE {u.exc_type.__name__} {u.exc_value} {u.err_msg}\n")
    class D:
        def __del__(self): raise KeyError("in del")
    D(); D
finally: sys.stderr, sys.unraisablehook = old, un
print(out.getvalue().split(" at 0x")[0])

#: logging formats and levels
import logging, io
s = io.StringIO(); h = logging.StreamHandler(s); log = logging.Logger("conf.a", logging.INFO); log.addHandler(h)
h.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
log.debug("no"); log.info("a %s %d", "b", 3); log.warning("%(x)s", {"x": 1}); log.log(35, "odd level"); log.error("100%"); log.info("plain", stacklevel=1, extra={"z": 1})
h.setFormatter(logging.Formatter("{levelname}:{message:>6}", style="{")); log.info("ab")
h.setFormatter(logging.Formatter("$levelname $message", style="$", defaults={"q": 1})); log.critical("c")
print(s.getvalue(), logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(35), log, h.level, log.isEnabledFor(10), logging.getLevelNamesMapping()["WARN"], sep="\n")
for f in [lambda: log.setLevel("zz"), lambda: log.setLevel(1.5), lambda: log.log("a", "b"), lambda: logging.Formatter("%(x"), lambda: logging.Formatter("{x", style="{"), lambda: logging.Formatter("a", style="?"), lambda: log.info("a", extra={"message": 1}), lambda: logging.getLogger(5), lambda: logging.basicConfig(bad=1), lambda: logging.Logger()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: logging hierarchy filters and errors in handlers
import logging, io, sys
s = io.StringIO(); root = logging.getLogger("conf_root"); kid = logging.getLogger("conf_root.kid"); h = logging.StreamHandler(s); h.setFormatter(logging.Formatter("%(name)s %(message)s"))
root.addHandler(h); root.propagate = False; root.setLevel("DEBUG"); err, sys.stderr = sys.stderr, io.StringIO()
try:
    kid.info("up"); kid.addFilter(lambda r: "x" not in r.msg); kid.info("x"); kid.info("%d", "bad"); kid.disabled = True; kid.info("off"); kid.disabled = False; kid.propagate = False; kid.warning("last resort")
    try: 1 / 0
    except ZeroDivisionError: root.exception("exc")
    print(s.getvalue().count("Traceback"), s.getvalue().split("\n")[:2], kid.parent.name, kid.getEffectiveLevel(), kid.hasHandlers(), root.getChild("kid") is kid, kid.handlers, logging.getLogger("conf_root.none.deep").parent.name)
    print([l for l in sys.stderr.getvalue().split("\n") if l and not l.startswith((" ", "Call", "Trace"))])
finally:
    sys.stderr = err; root.removeHandler(h)

#: context variables
import contextvars as cv
v = cv.ContextVar("v", default=1); n = cv.ContextVar("n")
t = v.set(5); print(v.get(), n.get("dflt"), t.var is v, t.old_value is cv.Token.MISSING, v.name)
c = cv.copy_context(); print(c.run(lambda: (v.set(9), v.get())[1]), v.get(), c[v], v in c, n in c, len(cv.Context()), list(c.items())[0][1] if len(c) == 1 else "many")
v.reset(t); print(v.get())
with v.set(7): print(v.get())
print(v.get())
for f in [lambda: n.get(), lambda: v.reset(t), lambda: n.reset(t), lambda: c[n], lambda: c.run(lambda: c.run(print)), lambda: cv.ContextVar(5), lambda: cv.ContextVar(), lambda: cv.Context(1), lambda: hash(c), lambda: type("X", (cv.ContextVar,), {}), lambda: v.set(), lambda: c.run(), lambda: c[5], lambda: cv.Token(), lambda: repr(n).split(" at")[0], lambda: cv.copy_context().run(v.reset, v.set(1))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])

#: signals raised by the program
import signal
log = []
old = signal.signal(signal.SIGUSR1 if hasattr(signal, "SIGUSR1") else signal.SIGINT, lambda n, f: log.append((signal.Signals(n).name, f.f_code.co_name)))
try:
    signal.raise_signal(signal.SIGUSR1); print(log, old, signal.getsignal(signal.SIGUSR1).__name__)
finally: signal.signal(signal.SIGUSR1, old)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("interrupted", repr(e))
for f in [lambda: signal.signal(999, print), lambda: signal.signal(2, 5), lambda: signal.getsignal(999), lambda: signal.signal("a", print), lambda: signal.default_int_handler(2, None), lambda: signal.default_int_handler(), lambda: signal.strsignal(2), lambda: repr(signal.SIGINT), lambda: repr(signal.SIG_DFL), lambda: signal.getsignal(2) is signal.default_int_handler]:
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)

#: sys attributes and flags
import sys
print(sys.version_info[:2], sys.version_info.releaselevel, type(sys.version_info).__name__, sys.implementation.cache_tag is not None, sys.byteorder, sys.maxunicode, sys.float_info.dig, sys.flags.optimize, sys.api_version, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.dont_write_bytecode in (True, False), sys.is_finalizing(), sys.platlibdir, sys.builtin_module_names[:1] != (), "sys" in sys.stdlib_module_names, sys.copyright[:13], sys.get_asyncgen_hooks())
for f in [lambda: sys.getallocatedblocks() >= 0, lambda: sys._is_interned("len"), lambda: sys._clear_type_cache(), lambda: sys.getrefcount(object()) < 5, lambda: sys.nope, lambda: sys.float_repr_style, lambda: sys.flags.safe_path, lambda: sys.flags[0], lambda: type(sys.flags)(), lambda: sys.get_coroutine_origin_tracking_depth(), lambda: sys.is_stack_trampoline_active(), lambda: sys.orig_argv.__class__, lambda: sys._is_gil_enabled(), lambda: sys.is_remote_debug_enabled()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: rare attributes of sys
import sys
names = "thread_info getallocatedblocks _is_interned _clear_type_cache abiflags exec_prefix pycache_prefix warnoptions _xoptions path_importer_cache unraisablehook getunicodeinternedsize _current_frames _current_exceptions set_asyncgen_hooks _framework monitoring float_info".split()
print([n for n in names if not hasattr(sys, n)])

#: memory of frames tracebacks and recursion
import sys, traceback
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e, e.__traceback__.tb_frame.f_code.co_name == "<module>")
def f():
    x = 1
    try: raise ValueError("v")
    except ValueError as e: return e.__traceback__
tb = f(); print(tb.tb_frame.f_locals["x"], tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno, tb.tb_next, tb.tb_frame.f_code.co_name, traceback.extract_tb(tb)[0].name, type(tb.tb_frame).__name__)
for g in [lambda: type(tb)(None, tb.tb_frame, 1, 2).tb_lineno, lambda: type(tb)(5, tb.tb_frame, 1, 2), lambda: setattr(tb, "tb_next", tb), lambda: setattr(tb, "tb_next", 5), lambda: setattr(tb, "tb_frame", 1), lambda: tb.tb_frame.clear(), lambda: sys._getframe().clear(), lambda: setattr(tb.tb_frame, "f_locals", {}), lambda: ValueError().with_traceback(5), lambda: setattr(ValueError(), "__traceback__", 5)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: a call after defaults longer than the parameters
def f(a): return a
f.__defaults__ = (1, 2)
print(f(), f(5), f.__defaults__)

#: changes of a function's attributes
def g(a, *, k=1): return (a, k)
g.__kwdefaults__ = {"k": 5, "zz": 6}; g.__defaults__ = (9,); print(g(1, k=2), g()); g.__kwdefaults__ = None
for h in [lambda: g(), lambda: setattr(g, "__defaults__", 5), lambda: setattr(g, "__kwdefaults__", 5), lambda: setattr(g, "__code__", 5), lambda: setattr(g, "__name__", 5), lambda: setattr(g, "__qualname__", None), lambda: setattr(g, "__dict__", 5), lambda: setattr(g, "__closure__", ()), lambda: setattr(g, "__globals__", {}), lambda: delattr(g, "__code__"), lambda: delattr(g, "__name__"), lambda: setattr(g, "__code__", (lambda: h).__code__), lambda: setattr(g, "__type_params__", 5), lambda: g.__builtins__["len"] is len]:
    try:
        print(h())
    except Exception as e:
        print(type(e).__name__, e)

#: patched builtins are seen only by the program
import builtins, io, json
old = builtins.len, builtins.isinstance
calls = []
try:
    builtins.len = lambda x: calls.append("len") or 0
    builtins.isinstance = lambda *a: calls.append("isinstance") or old[1](*a)
    print("one"); open("conf_patched", "w").close(); print(len("abc")); print("two", 3, sep="\n")
    open("conf_patched").read(); print(sorted([2, 1]), f"{5:>3}", "%s" % 1)
finally:
    builtins.len, builtins.isinstance = old
print(calls)
import os; os.remove("conf_patched")

#: syntax error wording and places
for src in ["  x = 1", "def f(:", "match x:\n y = 3", "import a.b as", "x = = 1", "if x\n y", "print 'a'", "a b", "(1, 2", "[1, 2)", "1 = x", "f() = 1", "x + 1 = 2", "def f(a, a): pass", "def f(a=1, b): pass", "return 1", "yield 1", "await x", "break", "continue", "class A\n x", "for x in y\n z", "else: x", "try: x", "x = 1 y = 2", "None = 1", "del f()", "f(a=1, 2)", "f(**a, *b)", "lambda x=: 1", "from a import (b", "import *", "nonlocal x", "global x, x = 1"]:
    try:
        compile(src, "s", "exec"); print(repr(src), "fine")
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)

#: more syntax error wording and places
for src in ["if x = 1: y", "with a as 1: pass", "except: pass", "def f():\nx", "while True print(1)", "a = {1: 2, 3}", "a = {1, 2: 3}", "@x", "async x", "x: int: str", "not = 1", "a.b: c: d", "*a", "*a = 1", "raise x from", "assert", "'a' = 1", "x++", "x--1 +", "elif x: y", "a ? b : c", "x = 'a\nb'", "(a, b) += 1", "\tx = 1\n  y = 2", "if 1:\n  a\n b", "if 1:\n        a\n\tb", "x = 0777", "1__0", "0x", "1e", "12abc", "a = 5 if 1", "f(a for a in b, c)", "import a from b", "class A(B: x", "x = (yield) = 1", "with open(x) as f, : y", "for 1 in x: y", "match x:\n case a.b(): y\n case 1 + 1: z"]:
    try:
        compile(src, "s", "exec"); print(repr(src), "fine")
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)

#: global and nonlocal after use
for src in ["x = 1\nglobal x", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n nonlocal x", "def f():\n x: int\n global x", "class A:\n nonlocal y", "def f():\n global x\n nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "global y\ny: int = 1", "def f():\n global __class__", "def f(): global x; import x", "for x in y: global x"]:
    try:
        compile(src, "s", "exec"); print(repr(src), "fine")
    except SyntaxError as e:
        print(repr(src), e.msg, e.lineno, e.offset)

#: literal_eval errors
import ast
for s in ["1\n    2", " 1", "\t[1]", "1 + 2j", "-1", "+1", "1 + 1", "a", "f()", "{1: 2, **x}", "set()", "[1, [2, (3,)]]", "b'a' 'b'", "{}", "f'a'", "1 if 1 else 2", "-'a'", "...", "None", "(", "", "\0", "{[]: 1}", "2j + 1", "~1", "'a' 'b'", "[*[1]]", "x := 1", "lambda: 0"]:
    try:
        print(repr(s), ast.literal_eval(s))
    except Exception as e:
        print(repr(s), type(e).__name__, str(e).split(": <ast")[0].split(" at 0x")[0])

#: deeply nested source
for n, src in [("parens", "(" * 300 + ")" * 300), ("brackets", "[" * 5000), ("attributes", "a" + ".b" * 300), ("adds", "+".join(["1"] * 500)), ("calls", "f" + "()" * 300), ("lambdas", "lambda: " * 30 + "1"), ("minus", "-" * 100000 + "4")]:
    try:
        compile(src, "s", "eval"); print(n, "fine")
    except (MemoryError, RecursionError, SyntaxError) as e:
        print(n, type(e).__name__, getattr(e, "msg", e))

#: many statements in a source
try:
    c = compile("x = 1\n" * 20000, "s", "exec"); print(c.co_names)
    c = compile("\n".join(f"{' ' * i}if x:" for i in range(19)) + "\n" + " " * 19 + "y", "s", "exec"); print(c.co_names)
    c = compile("if a: b\n" * 200000, "s", "exec"); print(type(c).__name__)
except (MemoryError, RecursionError, SyntaxError) as e:
    print(type(e).__name__, getattr(e, "msg", e))

#: indentation too deep
try:
    compile("\n".join(f"{' ' * i}if x:" for i in range(120)) + "\n" + " " * 120 + "y", "s", "exec"); print("fine")
except (MemoryError, RecursionError, SyntaxError) as e:
    print(type(e).__name__, getattr(e, "msg", e))

#: traceback of a naked exception raised in except star
import traceback
def f():
    try:
        raise ValueError("v")
    except* ValueError as g:
        print(repr(g)); raise
try:
    f()
except BaseException as e:
    print(repr(e)); print("".join(traceback.format_exception(e)).replace("^", "").replace("~", ""))

#: exception groups
import traceback
g = ExceptionGroup("top", [ValueError("a"), ExceptionGroup("in", [KeyError("b"), TypeError("c")])])
print(repr(g), g, g.exceptions[0], g.split(KeyError), g.subgroup(lambda e: isinstance(e, TypeError)), g.derive([OSError()]), g.message)
try:
    try: raise g
    except* (ValueError, KeyError) as e: print("got", repr(e)); raise OSError("new")
except ExceptionGroup as e: print(repr(e)); print("".join(traceback.format_exception_only(e, show_group=True)))
for f in [lambda: ExceptionGroup("a", []), lambda: ExceptionGroup("a", [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("a", [KeyboardInterrupt()]), lambda: ExceptionGroup("a", 5), lambda: ExceptionGroup("a"), lambda: type(BaseExceptionGroup("a", [ValueError()])), lambda: g.split(5), lambda: exec("try: raise ValueError\nexcept* ExceptionGroup: pass"), lambda: exec("try: raise ValueError\nexcept* 5: pass"), lambda: compile("def f():\n try: x\n except* A: return", "s", "exec"), lambda: compile("try: x\nexcept*: y", "s", "exec"), lambda: setattr(g, "exceptions", ()), lambda: compile("try: x\nexcept A: y\nexcept* B: z", "s", "exec")]:
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)

#: code of a generator given to a function warns
import warnings
def f(): return 1
def g(): yield 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f.__code__ = g.__code__; print(list(f()), [(x.category.__name__, str(x.message)) for x in w])

#: locks without threads
import threading
l = threading.RLock(); print(l.acquire(), l.locked(), l.release(), l.locked(), type(l).__name__, repr(l)[:10])
for h in [lambda: l._is_owned(), lambda: l.release(), lambda: threading.Lock().release(), lambda: l.acquire(False, 5), lambda: threading.Lock().acquire(timeout=-5), lambda: threading.Lock().acquire(5), lambda: threading.current_thread().name, lambda: threading.main_thread().is_alive(), lambda: type(threading.Lock()).__name__]:
    try: print(h())
    except Exception as e: print(type(e).__name__, e)

#: modules of the library that can be found
import importlib.util
names = "mailbox wsgiref xmlrpc zipapp smtplib ftplib webbrowser cProfile profile faulthandler tracemalloc http.server email.mime.text concurrent.futures antigravity this __hello__ __phello__ asyncio tomllib zoneinfo graphlib ipaddress secrets getpass gettext locale optparse plistlib quopri netrc select selectors stringprep symtable sched telnetlib cgi imp distutils imaplib poplib socketserver".split()
def has(n):
    try: return importlib.util.find_spec(n) is not None
    except ImportError: return False
    except ValueError as e: print(e); return True
print([n for n in names if not has(n)])

#: exceptions notes causes and contexts
import traceback
def show(e): print("".join(traceback.format_exception(e)).replace("^", "").replace("~", "").rstrip())
try:
    try: {}["k"]
    except KeyError as k: k.add_note("a note"); raise ValueError("second") from k
except ValueError as e: show(e); print(e.__cause__.__notes__, e.__suppress_context__, repr(e.__context__))
try:
    try: 1 / 0
    except ZeroDivisionError: raise OSError("x") from None
except OSError as e: show(e); print(repr(e.__context__), e.__cause__)
for f in [lambda: ValueError().add_note(5), lambda: setattr(ValueError(), "__cause__", 5), lambda: setattr(ValueError(), "args", 5), lambda: delattr(ValueError(), "args"), lambda: BaseException(a=1), lambda: ValueError.__new__(int), lambda: ImportError("a", name="n", path="p", bad=1), lambda: StopIteration(1, 2).value, lambda: SystemExit((1, 2)).code, lambda: KeyError("a").__str__(), lambda: str(KeyError("a", "b")), lambda: repr(ValueError("a", 1)), lambda: SyntaxError("m", ("f", 1, 2, "t")).print_file_and_line, lambda: str(SyntaxError("m", ("d/f", 1, 2, "t"))), lambda: SyntaxError("m", 5), lambda: AttributeError("m", name="n", obj=5).obj, lambda: NameError("m", name=1).name, lambda: UnicodeDecodeError("a", b"", 0, 1, "r").__reduce__()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: the handler of an interrupt is the one that can be named
import signal
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)

#: a socket is made with arguments
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
    print(line.family.name, line.type.name, line.proto)
with socket.socket(type=socket.SOCK_STREAM) as line:
    print(line.family.name, line.type.name)


class Line(socket.socket):
    pass


with Line(socket.AF_INET, socket.SOCK_STREAM, 0) as line:
    print(type(line).__name__, isinstance(line, socket.socket))
