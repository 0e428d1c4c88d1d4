#: chaining by from and by context
def show(e): print([repr(e.__cause__), repr(e.__context__), e.__suppress_context__])
for how in ("raise KeyError(2) from e", "raise KeyError(2)", "raise KeyError(2) from None", "raise", "raise e from e"):
    try:
        try: raise ValueError(1)
        except ValueError as e: exec(how)
    except Exception as x: print(how, repr(x)); show(x)
for bad in ("raise KeyError from 3", "raise 3", "raise KeyError from int", "raise", "raise int", "raise None", "raise KeyError, 1"):
    try: exec(bad)
    except BaseException as e: print(bad, type(e).__name__, str(e).split(" (")[0])

#: setting cause context and traceback by hand
e = ValueError("v")
for name, v in (("__cause__", 3), ("__context__", "x"), ("__traceback__", 5), ("__suppress_context__", 1), ("__suppress_context__", "no"), ("args", 5), ("args", "ab"), ("__notes__", 3), ("__cause__", KeyError), ("__cause__", None)):
    try: setattr(e, name, v); print(name, repr(getattr(e, name)))
    except Exception as x: print(name, type(x).__name__, x)
print(e, repr(e))
for name in ("__cause__", "__context__", "__traceback__", "args", "__suppress_context__"):
    try: delattr(e, name); print(name, "deleted")
    except Exception as x: print(name, type(x).__name__, x)

#: context of an error in finally except and nested functions
def f():
    try: raise KeyError("k")
    finally: raise IndexError("i")
def g():
    try: f()
    except IndexError:
        try: raise TypeError("inner")
        except TypeError: pass
        raise ValueError("last")
try: g()
except ValueError as e:
    while e: print(repr(e)); e = e.__context__

#: context cycle is broken
a, b = ValueError("a"), ValueError("b")
try:
    try:
        try: raise a
        except ValueError: raise b
    except ValueError: raise a
except ValueError as e: print(e, repr(e.__context__), repr(e.__context__.__context__))
try:
    try: raise a
    except ValueError: raise a
except ValueError as e: print(repr(e.__context__))

#: notes in the formatted traceback
import traceback
e = ValueError("message")
e.add_note("first note"); e.add_note("second\nwith two lines")
print(e.__notes__, e.args)
print("".join(traceback.format_exception_only(e)), end="")
for n in (3, None, b"x"):
    try: e.add_note(n)
    except TypeError as x: print(x)
for notes in (5, "text", ["a", 3], None, ()):
    e.__notes__ = notes
    print("".join(traceback.format_exception_only(e)), end="")
e.__notes__ = 5
try: e.add_note("x")
except TypeError as x: print(x)

#: formatted traceback of a chain
import traceback
def f(n):
    if n: return f(n - 1)
    return 1 / 0
def g():
    try: f(1)
    except ZeroDivisionError as e: raise KeyError("wrapped") from e
try: g()
except KeyError as e: print("".join(traceback.format_exception(e, limit=-2)), end="")
try:
    try: g()
    except KeyError: raise ValueError("line one\nline two")
except ValueError as e: print("".join(traceback.format_exception(e, chain=False)).replace('File "<exec>"', "F"), end="")

#: formatted traceback of repeated calls
import traceback
def f(n): return f(n - 1) if n else 1 / 0
try: f(20)
except ZeroDivisionError as e:
    print("".join(traceback.format_exception(e)), end="")

#: exception whose str or repr fails
import traceback
class A(Exception):
    def __str__(self): raise ValueError("in str")
class B(Exception):
    def __str__(self): return 5
class C(Exception): pass
for e in (A(), B(), C(), C(""), C("a", 1), C(("a",)), KeyError("k"), KeyError(), KeyError("a", "b"), StopIteration(3), SystemExit(4)):
    print("".join(traceback.format_exception_only(e)).strip(), repr(e))
C.__module__ = "some.where"; C.__qualname__ = "Out.C"
print("".join(traceback.format_exception_only(C("x"))).strip())

#: exception groups and their wrong arguments
for a in (("m", [ValueError(1), KeyError(2)]), ("m", ()), ("m", 5), (3, [ValueError()]), ("m", [3]), ("m", [ValueError]), ("m", [KeyboardInterrupt()]), ("m",), (), ("m", [ValueError()], 3), ("m", (ValueError(i) for i in range(2)))):
    for cls in (ExceptionGroup, BaseExceptionGroup):
        try: g = cls(*a); print(type(g).__name__, g, repr(g), g.args == a)
        except Exception as e: print(type(e).__name__, e)
g = ExceptionGroup("m", [ValueError()])
for name in ("message", "exceptions"):
    try: setattr(g, name, 1)
    except AttributeError as e: print(e)

#: split and subgroup
e = ExceptionGroup("top", [ValueError(1), ExceptionGroup("in", [KeyError(2), ValueError(3)]), OSError(4)])
e.add_note("n"); e.__cause__ = TypeError("c")
m, r = e.split(ValueError)
print(repr(m), repr(r), m.__notes__, m.__notes__ is e.__notes__, repr(r.__cause__))
print(e.split(lambda x: isinstance(x, KeyError)), e.subgroup((OSError, KeyError)), e.subgroup(ExceptionGroup) is e, e.split(IndexError)[1] is e, e.subgroup(IndexError))
for c in (3, int, "x", (ValueError, 3), [ValueError], lambda x: 1 / 0, None):
    try: print(e.split(c))
    except Exception as x: print(type(x).__name__, x)

#: derive of a subclass of exception group
class G(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        self = super().__new__(cls, msg, excs); self.code = code; return self
    def derive(self, excs): print("derive", len(excs)); return G(self.message + "!", excs, self.code)
class H(ExceptionGroup): pass
class Bad(ExceptionGroup):
    def derive(self, excs): return 5
g = G("g", [ValueError(1), G("h", [KeyError(2), ValueError(3)], 7)], 9)
m, r = g.split(ValueError)
print(m, r, m.code, r.exceptions[0].code, type(H("h", [ValueError(), KeyError()]).subgroup(KeyError)).__name__)
try: Bad("b", [ValueError(), KeyError()]).split(KeyError)
except TypeError as e: print(e)
class K(ExceptionGroup, ValueError): pass
print(repr(K("k", [KeyError()])), K.__mro__[2].__name__)

#: except star takes parts in order
def run(exc):
    try:
        try: raise exc
        except* ValueError as e: print("values", repr(e))
        except* (KeyError, OSError) as e: print("keys", repr(e)); raise IndexError("new")
        else: print("else")
        finally: print("finally")
    except BaseException as e: print("out", repr(e), repr(e.__context__)[:40])
run(ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)]))
run(ValueError("naked"))
run(ExceptionGroup("g", [ValueError(1)]))
run(TypeError("other"))

#: except star raise and reraise
def run(exc, how):
    try:
        try: raise exc
        except* ValueError as e:
            if how == "raise": raise
            if how == "from": raise KeyError("k") from e
            if how == "same": raise e
    except BaseException as e: print(how, repr(e), repr(e.__cause__), type(e.__context__).__name__)
for how in ("raise", "from", "same", "none"):
    run(ExceptionGroup("g", [ValueError(1), TypeError(2)]), how)
    run(ValueError(3), how)

#: except star with wrong types
for t in (ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), 3, int, (ValueError, 3), None):
    try:
        try: raise ValueError("v")
        except* t: print("caught")
    except BaseException as e: print(type(e).__name__, e)
for t in (3, "x", (ValueError, int), [], None):
    try:
        try: raise KeyError("k")
        except t: print("caught")
    except BaseException as e: print(type(e).__name__, e)

#: formatted traceback of a nested group
import traceback
def one(): raise ValueError("one")
def two():
    try: one()
    except ValueError as e: raise ExceptionGroup("inner", [e, KeyError("k")])
try:
    try: two()
    except ExceptionGroup as e: raise ExceptionGroup("outer", [e, OSError("o")]) from None
except ExceptionGroup as e: print("".join(traceback.format_exception(e)), end="")

#: formatted traceback after except star wraps a naked error
import traceback
try:
    try: raise ValueError("naked")
    except* ValueError: raise
except ExceptionGroup as e: print("".join(traceback.format_exception(e)), end="")

#: operating system errors choose their class
import errno
names = "ENOENT EEXIST EACCES EPERM EISDIR ENOTDIR EAGAIN EPIPE ECONNRESET ECONNREFUSED ECONNABORTED EINTR ETIMEDOUT ESRCH ECHILD EALREADY EINPROGRESS ESHUTDOWN EINVAL".split()
for n in names: print(n, type(OSError(getattr(errno, n), "t")).__name__)
print(type(OSError("ENOENT", "x")).__name__, type(OSError(99999, "x")).__name__)
try: raise OSError(errno.ENOENT, "nope", "f")
except FileNotFoundError as e: print(e.errno == errno.ENOENT, e.strerror, e.filename, str(e).split("]")[1])
except OSError as e: print("plain", type(e).__name__)

#: attributes and text of operating system errors
for a in ((), (1,), (1, "two"), (1, "two", "f"), (1, "two", "f", None, "g"), (1, "two", "f", 5), ("a", "b", "c"), (1, 2, 3, 4, 5, 6), (1, "two", b"f"), (1, "two", None, 3, None)):
    try: e = OSError(*a); print(type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, "|", e)
    except TypeError as x: print(x)
class Mine(OSError):
    def __init__(self, x): self.x = x
m = Mine(3); print(m.args, m.errno, str(m), type(FileNotFoundError(1, "x")).__name__)
e = OSError(1, "x"); e.filename = "late"; print(e, IOError is OSError is EnvironmentError)
import errno
b = BlockingIOError(errno.EAGAIN, "t", 5)
print(b.characters_written, b.filename); del b.characters_written
b.characters_written

#: pickled and copied exceptions
import pickle, copy
class Box(Exception): pass
e = ValueError("v", 1); e.extra = [1]; e.add_note("note"); e.__cause__ = KeyError()
for f in (copy.copy, lambda x: pickle.loads(pickle.dumps(x))):
    c = f(e); print(repr(c), c.extra, getattr(c, "__notes__", "no notes"), c.__cause__, c.__traceback__, sorted(vars(c)))
print(e.__reduce__(), vars(e))

#: exceptions of the library are pickled and reduced
import pickle, copy
for x in (OSError(2, "t", "f"), StopIteration(5), SystemExit(3), KeyError("k"), ImportError("m", name="n", path="p"), ExceptionGroup("g", [ValueError(1)]), UnicodeDecodeError("ascii", b"a", 0, 1, "r"), NameError("m", name="n"), AttributeError("m", name="n", obj=5), SyntaxError("m", ("f", 1, 2, "t"))):
    c = pickle.loads(pickle.dumps(x)); print(repr(c), vars(c), getattr(c, "name", "-"), getattr(c, "filename", "-"), x.__reduce__()[1:])
class Two(Exception):
    def __init__(self, a, b): super().__init__(a)
try: copy.copy(Two(1, 2))
except TypeError as e: print(e)

#: stop iteration inside generators becomes runtime error
def g(): yield 1; raise StopIteration("out")
def h(): yield from iter(lambda: next(iter([])), None)
async def c(): raise StopIteration("co")
async def a(): yield 1; raise StopAsyncIteration("ag")
for f in (lambda: list(g()), lambda: list(next(iter([])) for _ in [1]), lambda: c().send(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
it = a()
try: it.__anext__().send(None)
except StopIteration as e: print(e.value)
try: it.__anext__().send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
print(list(map(lambda f: f(), [lambda: 1, lambda: next(iter([])), lambda: 3])))

#: messages of wrong operand types
for s in ("1 + 'a'", "'a' + 1", "[] + ()", "b'' + ''", "{} + {}", "None + 1", "'a' * 'b'", "[] * 1.5", "-'a'", "~1.5", "not_ if 0 else +[]", "1 < 'a'", "[] > {}", "1j < 2", "1 in 2", "1 in 'a'", "'a' in b''", "1 @ 2", "5 ** 'a'", "divmod('a', 1)", "pow(2, 'a')", "pow(1.5, 2, 3)", "1 << 'a'", "1 << -1", "'a' - 'b'", "'%d' % 'x'", "'%s %s' % 1", "'%q' % 1", "'%d' % 1.5 + 1", "(1).__add__()", "abs('a')", "round('a')"):
    try: print(s, "=", eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: messages of augmented assignments
for s in ("x = 1; x += 'a'", "x = 'a'; x -= 1", "x = []; x += 1", "x = (); x += []", "x = {}; x |= 3", "x = set(); x &= [1]", "x = 1; x @= 2", "x = 'a'; x **= 2", "x = 1; x <<= 'b'", "x = (1,); x[0] += 1", "x = 'a'; x[0] = 'b'", "del 'a'[0]", "x = 5; x[0] = 1", "x = None; x.y += 1", "del (1,)[0]"):
    try: exec(s); print(s, "ok")
    except Exception as e: print(s, "->", type(e).__name__, str(e).split(" (<")[0])

#: messages of wrong subscripts
for s in ("5[0]", "None['a']", "len[0]", "[1]['a']", "(1,)[1.5]", "'a'['b']", "b'a'[()]", "range(3)['a']", "[1][5]", "()[0]", "'abc'[9]", "b''[0]", "range(2)[7]", "{}['k']", "{}[[]]", "{1, 2}[0]", "[1][::0]", "[1]['a':]", "'a'[1.5:]", "[].pop()", "[].pop('a')", "[1].index(2)", "[].remove(1)", "{}.popitem()", "set().pop()", "{1}.remove([])", "bytearray(b'a')[0:1.5]", "[1, 2][10**30]", "memoryview(b'a')['x']", "iter([])[0]"):
    try: print(s, "=", eval(s, {}))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: messages of unhashable things
for s in ("{[]: 1}", "{[]}", "hash({})", "hash(set())", "{}.get([])", "{1: 2}[{}]", "set([[]])", "dict([([], 1)])", "{1} & {2} == {[]}", "[] in {1}", "[] in {1: 2}", "frozenset([{}])", "hash(slice([]))", "hash(([],))", "{([],): 1}", "dict.fromkeys([[]])", "{}.setdefault([], 1)", "{}.pop([], 1)", "{k: 1 for k in [[]]}", "{k for k in [{}]}", "{1}.discard([])", "{1}.add({})"):
    try: print(s, "=", eval(s, {}))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: messages of wrong unpacking
for s in ("a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = {1}", "a, b = iter(range(5))", "a, b = 'abc'", "(a, b), c = 1, 2", "for a, b in [1]: pass", "[*1]", "{**1}", "{**[1]}", "print(*1)", "print(**1)", "print(**{1: 2})", "dict([1])", "dict([(1, 2, 3)])", "dict(['ab', 'c'])", "{}.update([1])", "a, b = {}", "dict(5)", "[x for x in 5]", "list(5)", "tuple(None)", "sorted(5)", "iter(5)", "next([])", "iter(5, 6)", "sum('a')", "sum([[]])", "max([])", "max(1)", "zip(1)", "min([1, 'a'])", "enumerate(5)", "reversed({1})", "list(zip([1], [], strict=True))"):
    try: exec(s); print(s, "ok")
    except Exception as e: print(s, "->", type(e).__name__, e)

#: messages of wrong conversions
for s in ("int('x')", "int('1', 99)", "int(1, 2)", "int(None)", "int([])", "int('')", "int('0x1')", "int('1_')", "int(b'\\xff')", "float('x')", "float(None)", "float('')", "complex('a')", "complex('1', 2)", "complex(1, 'a')", "chr(-1)", "chr('a')", "chr(10**10)", "ord('ab')", "ord(1)", "ord('')", "bytes('a')", "bytes(-1)", "bytes([256])", "bytes(['a'])", "bytes(1, 'x')", "str(1, 'utf8')", "str(b'\\xff', 'ascii')", "'\\u20ac'.encode('ascii')", "int(float('nan'))", "int(float('inf'))", "hex(1.5)", "bin('a')", "bool(1, 2)", "range(1.5)", "range(1, 2, 0)", "slice()", "'a'.encode('nope')", "float('1' * 400 + 'x')[0:1]", "range('a')", "format(1, 'x!')", "format('a', 'd')", "format([], 'd')", "'{}'.format()", "'{a}'.format()", "'{'.format()", "'{0.x}'.format(1)", "'{!z}'.format(1)"):
    try: print(s, "=", eval(s))
    except Exception as e: print(s, "->", type(e).__name__, str(e)[:90])

#: with statement on things that are no context managers
class OnlyEnter: __enter__ = lambda self: 1
class OnlyExit: __exit__ = lambda self, *a: 1
class Async:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for s in ("with 5: pass", "with OnlyEnter(): pass", "with OnlyExit(): pass", "with Async(): pass", "for x in Async(): pass", "async def f():\n  async with open: pass\nf().send(None)", "async def f():\n  async for x in []: pass\nf().send(None)", "async def f():\n  await 5\nf().send(None)", "async def f():\n  async with OnlyEnter(): pass\nf().send(None)", "import contextlib\nwith contextlib.suppress: pass", "with (1, 2): pass"):
    try: exec(s)
    except Exception as e: print(repr(s), type(e).__name__, e)

#: exit is told of errors and can swallow them
class CM:
    def __init__(self, r): self.r = r
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__, a[1], a[2] is not None); return self.r
for r in (True, False, 0, "yes", None):
    try:
        with CM(r): raise ValueError("v")
        print("after", r)
    except ValueError as e: print("raised", r)
def f():
    with CM(True): return 1
    return 2
print(f())

#: name of the caught exception is unbound afterwards
e = "before"
try: raise ValueError
except ValueError as e: pass
try: print(e)
except NameError as x: print(x)
try: raise ValueError
except ValueError as y: del y
import sys
print(sys.exception(), sys.exc_info())
try: raise KeyError("k")
except KeyError: print(repr(sys.exception()), sys.exc_info()[0].__name__)

#: import name and attribute errors keep their fields
for mk in (lambda: ImportError("m", name="n", path="p", name_from="f"), lambda: ImportError("m", nope=1), lambda: NameError("m", name="n"), lambda: NameError(name=1), lambda: AttributeError("m", obj=1), lambda: AttributeError("m", foo=1), lambda: KeyError("m", name=1), lambda: ValueError(a=1), lambda: StopIteration(), lambda: SystemExit(1, 2), lambda: UnicodeError("x"), lambda: UnicodeDecodeError("x"), lambda: UnicodeEncodeError("ascii", "x", 0, 1, "why"), lambda: UnicodeDecodeError("ascii", "x", 0, 1, "why"), lambda: BaseException.__new__(int), lambda: ImportError("a", "b")):
    try: e = mk(); print(type(e).__name__, str(e), {k: getattr(e, k) for k in ("name", "path", "name_from", "obj", "value", "code", "reason") if hasattr(e, k)})
    except TypeError as x: print("TypeError", x)

#: with traceback and its frames
def f(): raise ValueError("v")
try: f()
except ValueError as e: tb = e.__traceback__
names, lines = [], []
t = tb
while t: names.append(t.tb_frame.f_code.co_name); lines.append(t.tb_lineno); t = t.tb_next
print(names, lines)
e = KeyError("k").with_traceback(tb); print(e.__traceback__ is tb, repr(e))
for s in ("e.with_traceback(3)", "e.with_traceback()", "tb.tb_lineno = 3", "setattr(tb, 'tb_next', tb)", "setattr(tb, 'tb_next', 5)", "type(tb)(None, tb.tb_frame, 1, 7).tb_lineno", "type(tb)(3, tb.tb_frame, 1, 7)", "type(tb)()"):
    try: print(s, eval(s) if "tb_lineno =" not in s else exec(s))
    except Exception as x: print(s, type(x).__name__, x)

#: recursion error and its message
import sys
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(type(e).__name__, repr(str(e)), e.__traceback__.tb_next.tb_lineno)
l = []; l.append(l); d = {1: l}; l.append(d); print(l, l == l, d)
print(sys.getrecursionlimit() > 100, RecursionError.__mro__[1].__name__)
for bad in (0, -5, "a", None, 1.5):
    try: sys.setrecursionlimit(bad)
    except Exception as e: print(type(e).__name__, e)

#: assert statements and their messages
for s in ("assert 0", "assert 0, 'm'", "assert [], (1, 2)", "assert None, ValueError('x')", "assert 1, 1 / 0", "assert 0, 1 / 0"):
    try: exec(s); print(s, "passes")
    except Exception as e: print(s, repr(e), e.args)
import builtins
old = builtins.AssertionError
builtins.AssertionError = KeyError
try: exec("assert 0, 'mine'")
except Exception as e: print(repr(e))
finally: builtins.AssertionError = old

#: sizes that cannot be held raise memory error
big = 2**31 - 1
for name, f in (("expandtabs", lambda: "\t".expandtabs(big)), ("percent", lambda: "%1000000000d%1000000000d%1000000000d" % (1, 1, 1)), ("list", lambda: [0] * 10**9), ("center", lambda: "a".center(big)), ("bytes", lambda: bytes(big))):
    try: f(); print(name, "made")
    except (MemoryError, OverflowError, ValueError) as e: print(name, type(e).__name__)

#: sizes that overflow are refused
for name, f in (("repeat", lambda: "ab" * 2**31), ("replace", lambda: ("a," * 2**16).replace(",", "b" * 2**16)), ("join", lambda: ("," * 2**16).join(["a"] * 2**16)), ("list", lambda: [1, 2] * 2**31), ("tuple", lambda: (1,) * 2**62), ("range", lambda: len(range(2**65))), ("zfill", lambda: "1".zfill(2**63)), ("bytes", lambda: bytes(2**70))):
    try: f(); print(name, "made")
    except (MemoryError, OverflowError, ValueError) as e: print(name, type(e).__name__)

#: broken pickles
import pickle
for b in (b"I1\nr\xff\xff\xff\xff.", b"", b".", b"garbage", b"\x80\x09.", b"cos\nzz_nope\n.", b"czz_mod\nx\n.", b"(lp0\nI1", b"I1\n0.", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xff.", b"h\x05.", b"Sabc\n.", b"(.", b"Ix\n.", b"R."):
    try: print(b, pickle.loads(b))
    except Exception as e: print(b, type(e).__name__, e)
