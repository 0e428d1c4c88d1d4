#: docs of builtin functions
import builtins
for n in "len print isinstance sorted abs iter next open getattr repr id hash min max sum zip map range input eval exec compile vars dir super staticmethod property type object".split():
    d = getattr(builtins, n).__doc__
    print(n, "|", repr(d.split("\n")[0]) if isinstance(d, str) else type(d).__name__)

#: docs of builtin methods
for f in [dict.get, dict.pop, list.append, list.sort, str.join, str.split, int.bit_length, int.__add__, int.from_bytes, set.add, tuple.count, bytes.hex, float.is_integer, object.__init__, object.__eq__, type.mro, dict.__getitem__, property.setter, list.__init__, object.__reduce_ex__, BaseException.add_note, str.__mod__]:
    print(f.__qualname__, "|", repr((f.__doc__ or "none").split("\n")[0]))

#: docs of types modules and descriptors
import math, sys, types, itertools, functools, collections, ast
for o in [int, str, list, dict, tuple, set, bool, float, type(None), type(len), types.FunctionType, types.ModuleType, types.SimpleNamespace, itertools.chain, functools.partial, collections.deque, collections.defaultdict, ValueError, OSError, math, math.sqrt, sys.exit, ast.Constant, enumerate, zip, slice, memoryview, classmethod]:
    print(getattr(o, "__name__", o), "|", repr((o.__doc__ or "none").split("\n")[0]))
print(repr(property.fget.__doc__), repr(int.real.__doc__), repr(types.FunctionType.__code__.__doc__), repr(type.__dict__["__mro__"].__doc__), repr(complex.imag.__doc__))

#: wraps copies the doc and name of a builtin
import functools
@functools.wraps(len)
def f(*a): return len(*a)
print(repr(f.__doc__), f.__name__, f.__module__, f.__qualname__, f.__wrapped__ is len, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
p = functools.partial(int, base=2); print(functools.update_wrapper(p, int).__name__, p.__wrapped__, p("101"))

#: signatures of builtin functions
import inspect, builtins
for n in "abs all bin breakpoint callable chr compile delattr dir divmod eval exec format getattr globals hash id input isinstance iter len max min next open pow print repr round setattr sorted sum vars __import__ anext __build_class__".split():
    try:
        print(n, inspect.signature(getattr(builtins, n)))
    except Exception as e:
        print(n, type(e).__name__, e)

#: signatures of builtin types
import inspect, builtins, types, functools, itertools, collections
for t in [int, str, float, bool, list, dict, tuple, set, frozenset, bytes, bytearray, complex, object, type, range, slice, enumerate, zip, map, filter, reversed, property, classmethod, staticmethod, super, memoryview, Exception, OSError, ImportError, types.SimpleNamespace, types.FunctionType, types.ModuleType, types.MethodType, functools.partial, itertools.count, itertools.islice, collections.defaultdict, ExceptionGroup, StopIteration]:
    try:
        print(t.__name__, inspect.signature(t))
    except Exception as e:
        print(t.__name__, type(e).__name__, e)

#: signatures of builtin methods
import inspect
for f in [dict.get, dict.pop, dict.update, dict.fromkeys, list.append, list.sort, str.join, str.split, str.replace, str.format, str.find, int.to_bytes, int.from_bytes, set.union, bytes.fromhex, object.__init__, object.__eq__, type.mro, type.__call__, property.getter, "a".upper, [].pop, {}.items, int.__add__, object.__setattr__, object.__reduce_ex__, dict.__contains__, (1).__add__, object.__init_subclass__, type.__prepare__, list.__getitem__]:
    try:
        print(f.__qualname__, inspect.signature(f), f.__text_signature__ if hasattr(f, "__text_signature__") else "-")
    except Exception as e:
        print(f.__qualname__, type(e).__name__, e)

#: signatures of one's own callables
import inspect, functools
def f(a, /, b: int = 1, *c, d, e=2, **g) -> str: pass
class M(type):
    def __call__(cls, *a, mk): pass
class A:
    def __init__(self, x, y=1): pass
    def m(self, q): pass
    @classmethod
    def c(cls, z): pass
    @staticmethod
    def s(w): pass
    def __call__(self, called): pass
class N:
    def __new__(cls, n): pass
class T(metaclass=M): pass
class X: __signature__ = inspect.Signature([inspect.Parameter("fake", inspect.Parameter.KEYWORD_ONLY)])
print([str(inspect.signature(o)) for o in (f, A, A.m, A(1).m, A.c, A.s, A(1), N, T, X, functools.partial(f, 1, d=3), lambda *, k: 0, functools.lru_cache(f))])
for g in [lambda: inspect.signature(5), lambda: inspect.signature("a"), lambda: inspect.signature(f).bind(1), lambda: inspect.signature(f).bind(1, 2, d=3, zz=4).arguments, lambda: inspect.signature(f).bind_partial(), lambda: inspect.Parameter("a b", 1), lambda: inspect.Parameter("a", 9), lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)]), lambda: inspect.signature(f).parameters["b"], lambda: inspect.signature(f).replace(return_annotation=int), lambda: inspect.getfullargspec(f), lambda: inspect.signature(f).format(max_width=10), lambda: inspect.getcallargs(f, 1, d=5), lambda: inspect.signature(f).bind(b=1)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: getmembers and getattr_static
import inspect
class D:
    def __get__(self, o, t): print("got"); return 5
class A:
    d = D(); x = 1
    __slots__ = ("s",)
    @property
    def p(self): print("property"); return 1
    def m(self): pass
class B(A):
    def __getattr__(self, n): print("dynamic", n); raise AttributeError(n)
b = B()
print([n for n, v in inspect.getmembers(b) if n[0] != "_"], [n for n, v in inspect.getmembers_static(b) if n[0] != "_"], [n for n, v in inspect.getmembers(A, inspect.isfunction)])
print(type(inspect.getattr_static(b, "d")).__name__, type(inspect.getattr_static(b, "p")).__name__, inspect.getattr_static(b, "zz", "dflt"), type(inspect.getattr_static(A, "s")).__name__, inspect.getattr_static(A, "__mro__") is type.__dict__["__mro__"], inspect.getattr_static(5, "real") is int.real)
try:
    inspect.getattr_static(b, "zz")
except AttributeError as e:
    print(e)

#: inspect predicates over kinds of objects
import inspect, types, math, os
class A:
    __slots__ = ("s",)
    def m(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def t(): pass
    p = property(m)
async def co(): yield 1
names = "ismodule isclass ismethod ismethodwrapper isfunction isbuiltin isroutine isgeneratorfunction isasyncgenfunction iscoroutinefunction isdatadescriptor ismethoddescriptor isgetsetdescriptor ismemberdescriptor isabstract iscode isawaitable".split()
for label, o in [("len", len), ("append", [].append), ("list.append", list.append), ("int.__add__", int.__add__), ("(1).__add__", (1).__add__), ("A.m", A.m), ("A().m", A().m), ("A.c", A.c), ("A.t", A.t), ("A.p", A.p), ("A.s", A.s), ("int.real", int.real), ("code", A.m.__code__), ("__code__", types.FunctionType.__code__), ("co", co), ("math", math), ("int", int), ("dict.fromkeys", dict.fromkeys), ("lambda", lambda: (yield)), ("math.sqrt", math.sqrt), ("os.stat", os.stat), ("object.__new__", object.__new__), ("globals", types.FunctionType.__globals__)]:
    print(label, type(o).__name__, [n[2:] for n in names if getattr(inspect, n)(o)])

#: types of things by name
import types
def g(): yield
async def c(): pass
async def a(): yield
class A:
    __slots__ = "s"
    def m(self): pass
co = c(); co.close()
print(*[type(x).__name__ + "/" + type(x).__module__ for x in (len, [].append, list.append, int.__add__, (1).__add__, A.m, A().m, A.s, int.real, g(), co, a(), g.__code__, type, A.__dict__, types, NotImplemented, Ellipsis, None, property(), iter([]), iter({}), {}.keys(), classmethod(len), super(A, A()), range(1), slice(1), zip(), int | str, list[int], types.SimpleNamespace(), (lambda: 0).__globals__.keys(), (lambda x: lambda: x)(1).__closure__[0], dict.fromkeys, type.__dict__["__prepare__"] if "__prepare__" in type.__dict__ else 0)])
print(sorted(n for n in dir(types) if n[0] != "_"))

#: types that can not be made
import types, sys
for t, a in [(type(len), ()), (type(None), (1,)), (type(...), (1,)), (type(NotImplemented), (1,)), (types.FunctionType, ()), (types.FunctionType, (1, 2)), (types.MethodType, (1,)), (types.MethodType, (5, 5)), (types.MethodType, (len, None)), (types.CodeType, ()), (types.GeneratorType, ()), (types.FrameType, ()), (types.TracebackType, ()), (types.CellType, (1, 2)), (types.MappingProxyType, (5,)), (types.MappingProxyType, ()), (types.SimpleNamespace, (5,)), (types.ModuleType, ()), (types.ModuleType, (5,)), (type({}.keys()), ()), (type(iter([])), ()), (types.WrapperDescriptorType, ()), (types.GetSetDescriptorType, ()), (type(sys.version_info), ()), (types.NoneType, ()), (types.CapsuleType, ()), (types.GenericAlias, (1,)), (super, (1, 2)), (types.DynamicClassAttribute, ()), (type(zip), ()), (type, (1, 2)), (type, ("a", 5, {})), (type, (5, (), {}))]:
    try:
        r = t(*a); print(t.__name__, a, "made", type(r).__name__)
    except Exception as e:
        print(t.__name__, a, type(e).__name__, e)

#: dir of small objects
class A:
    x = 1
    def m(self): pass
class B(A):
    def __dir__(self): return ["z", "b"]
class C:
    def __dir__(self): return 5
print([n for n in dir(A()) if n not in dir(object)], dir(B()), dir(object), [n for n in dir(None) if n not in dir(object)], [n for n in dir(lambda: 0) if n not in dir(object)], [n for n in dir(5) if n[0] != "_"], [n for n in dir({}) if n not in dir(object)], [n for n in dir(ValueError()) if n not in dir(object)], sep="\n")
def f(): a = 1; b = 2; return dir()
print(f())
for g in [lambda: dir(C()), lambda: dir(1, 2), lambda: vars(5), lambda: vars(1, 2), lambda: vars([]), lambda: dir(x=1)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: dir of type and of builtin metatypes
for t in [type, property, classmethod, staticmethod, super, type(len), type(int.__add__), type(int.real), BaseException, ImportError, StopIteration, SystemExit, OSError, UnicodeError]:
    print(t.__name__, [n for n in dir(t) if n not in dir(object)])

#: own dicts of builtin types
for t in [object, bool, type(None), property, classmethod, enumerate, map, range, staticmethod, type(iter([]))]:
    print(t.__name__, sorted(t.__dict__))

#: vars and namespaces
import types
class A: x = 1
a = A(); a.y = 2
print(vars(a), vars(a) is a.__dict__, type(vars(A)).__name__, sorted(vars(A)), vars(types.SimpleNamespace(q=1)))
def f(z): w = 1; return vars(), locals() is locals(), sorted(locals())
print(f(3))
for code in ["vars(A)['x'] = 2", "A.__dict__ = {}", "a.__dict__ = 5", "a.__dict__ = {'y': 9}; print(a.y)", "del a.__dict__; print(vars(a))", "a.__class__ = 5", "a.__class__ = int", "A.__name__ = 5", "A.__bases__ = ()", "A.__bases__ = (int,)", "A.__mro__ = ()", "A.__module__ = 5; print(A.__module__)", "del A.__name__", "A.__qualname__ = None", "A.__doc__ = 'new'; print(A.__doc__)", "int.x = 1", "del int.real", "A.__abstractmethods__", "object().x = 1", "A().__slots__", "A.__firstlineno__ > 0 or 1", "print(A.__static_attributes__)"]:
    try:
        exec(code); print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: attribute errors and suggestions
import math
class A:
    __slots__ = ("length",)
    @property
    def ro(self): return 1
    @property
    def fails(self): return self.nothing
class B:
    value = 1
for f in [lambda: A().lenght, lambda: A().length, lambda: setattr(A(), "ro", 1), lambda: delattr(A(), "ro"), lambda: A().fails, lambda: setattr(A(), "zz", 1), lambda: B().vaule, lambda: B.valu, lambda: math.sqr, lambda: (5).foo, lambda: None.x, lambda: len.x, lambda: setattr(len, "x", 1), lambda: setattr(None, "x", 1), lambda: delattr(B(), "value"), lambda: getattr(B(), 5), lambda: setattr(B(), 5, 1), lambda: getattr(5), lambda: hasattr(B(), 5), lambda: (lambda: 0).foo, lambda: B().value.real.x, lambda: type(5).nope, lambda: object.__getattribute__(B(), "q"), lambda: A.length.__get__(5), lambda: [].appendd]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "name", None))

#: call errors and suggestions
def f(a, bluch=1, *, key=2): pass
def p(a, /, b): pass
def n(): pass
class A:
    def m(self, x): pass
    @staticmethod
    def s(): pass
for code in ["f(bluhc=1)", "f()", "f(1, 2, 3)", "f(1, a=2)", "f(1, kye=3)", "p(a=1, b=2)", "p(1)", "n(1)", "n(x=1)", "A().m()", "A.m()", "A().m(1, 2)", "A(1)", "A().s(1)", "f(*[1, 2, 3, 4], key=1)", "f(**{'a': 1, 5: 2})", "f(1, **{'a': 2})", "(lambda a, b, c: 0)()", "(lambda *, a, b, c: 0)()", "f(1, **{'x': 1}, **{'x': 2})", "import math; math()", "import types; types.ModuleType('mod')()", "import pprint; pprint()", "n.x()", "5()", "f(1, 2, key=1, keyy=2)", "(lambda: 0)(1)", "object(1)", "object.__init__(5, 1)", "type('T', (), {})(1)"]:
    try:
        exec(code)
        print(code, "fine")
    except Exception as e:
        print(code, "|", type(e).__name__, e)

#: name errors and import errors
import sys
def f():
    print(loc)
    loc = 1
def g():
    def h(): return free
    h(); free = 1
for code in ["undefinedd", "prnt(1)", "f()", "g()", "del nope", "import nosuch", "from math import nope", "import math.x", "from . import a", "from .x import y", "import os.path.zz", "from nosuch import *", "__import__('')", "__import__(5)", "import importlib; importlib.import_module('.a')", "raise 5", "raise None", "raise ValueError from 5", "raise", "assert 0", "assert 0, 'm'", "assert (0), [1]", "1 .x", "exit_", "class A(undefinedbase): pass", "lambda: 0 + nope2", "sys.exi"]:
    try:
        exec(code, {"f": f, "g": g, "sys": sys, "__name__": "prog"}); print(code, "fine")
    except Exception as e:
        print(code, "|", type(e).__name__, e, getattr(e, "name", "-"))

#: operator module
import operator as op
class A: x = {"k": [1, 2]}
print(op.itemgetter(1, 0)("ab"), op.itemgetter(slice(1))("abc"), op.attrgetter("x", "__class__.__name__")(A()), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), op.itemgetter(1), op.attrgetter("a.b", "c"), op.methodcaller("f", 1, k=2), op.add(1, 2), op.concat([1], [2]), op.contains("ab", "a"), op.countOf([1, 1], 1), op.indexOf([1, 2], 2), op.index(True), op.truth([]), op.is_not(1, None), op.matmul.__name__, op.iadd([1], (2,)), op.call(max, 1, 2), op.not_(0), op.length_hint([1]), op.is_none(None), op.__add__ is op.add, op.getitem([1], -1), op.inv(5))
for f in [lambda: op.itemgetter(), lambda: op.itemgetter(5)("a"), lambda: op.attrgetter(5), lambda: op.attrgetter("a.b")(A()), lambda: op.methodcaller(), lambda: op.methodcaller(5), lambda: op.methodcaller("x")(A()), lambda: op.add(1), lambda: op.add(1, "a"), lambda: op.concat(1, 2), lambda: op.indexOf([1], 9), lambda: op.index(1.5), lambda: op.itemgetter(1)(), lambda: op.add(a=1, b=2), lambda: op.matmul(1, 2), lambda: op.call(), lambda: op.lt(1, "a"), lambda: op.delitem((1,), 0), lambda: op.itemgetter(1)(5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: total_ordering and other functools
import functools as ft
@ft.total_ordering
class V:
    def __init__(s, n): s.n = n
    def __eq__(s, o): return s.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return s.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V.__ge__.__name__, V.__le__.__doc__, sorted([V(2), V(1)])[0].n)
@ft.lru_cache(maxsize=2)
def f(x): print("call", x); return x
print(f(1), f(1), f(1.0), f(2), f(3), f(1), f.cache_info(), f.cache_parameters(), f.cache_clear(), f.cache_info())
@ft.singledispatch
def g(x): return "base"
@g.register
def _(x: int): return "int"
@g.register(list)
def _(x): return "list"
print(g(1), g("a"), g([]), g(True), sorted(t.__name__ for t in g.registry), g.dispatch(bool)(1), ft.reduce(lambda a, b: a + b, "abc", ">"), ft.cmp_to_key(lambda a, b: b - a)(1) < ft.cmp_to_key(lambda a, b: b - a)(0), ft.partial(int, base=2), ft.partial(pow, ft.Placeholder, 2)(3))
for h in [lambda: V(1) < 5, lambda: ft.total_ordering(type("Q", (), {})), lambda: f([]), lambda: f(), lambda: ft.reduce(max, []), lambda: ft.reduce(), lambda: g(), lambda: g.register(5), lambda: ft.partial(), lambda: ft.partial(5), lambda: ft.lru_cache("x"), lambda: ft.cmp_to_key(5)(1) < 2, lambda: ft.cached_property(len).__get__(5), lambda: ft.partial(pow, ft.Placeholder), lambda: ft.singledispatch(5), lambda: ft.reduce(max, 5), lambda: ft.wraps(5)(len), lambda: g.register(lambda x: 1), lambda: ft.cmp_to_key()]:
    try:
        print(str(h()).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])

#: cached_property and method binding
import functools as ft
class A:
    n = 0
    @ft.cached_property
    def p(self): self.n += 1; return self.n
    @ft.singledispatchmethod
    def s(self, x): return "base"
    @s.register
    def _(self, x: int): return "int"
    pm = ft.partialmethod(lambda self, *a, **k: (a, k), 1, k=2)
    @ft.cache
    def c(self): return "cached"
a = A(); print(a.p, a.p, a.__dict__, a.s(1), a.s(""), a.pm(3), a.c(), A.p.attrname, A.c.__wrapped__.__name__, type(A.c).__name__); del a.p; print(a.p); a.p = 9; print(a.p)
class S:
    __slots__ = ()
    p = ft.cached_property(lambda s: 1)
cp = ft.cached_property(len)
for f in [lambda: S().p, lambda: type("T", (), {"a": cp, "b": cp}), lambda: ft.cached_property(lambda s: 1).__get__(a), lambda: repr(A.pm), lambda: A.pm(5)]:
    try:
        print(str(f()).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])

#: reduce protocols
import copyreg, copy
class A:
    def __init__(self): self.x = 1
class S:
    __slots__ = ("a", "b")
class D(dict): pass
class L(list): pass
class N:
    def __new__(cls, *a): return super().__new__(cls)
    def __getnewargs__(self): return (1, 2)
class G:
    def __getstate__(self): return "state"
s = S(); s.a = 1; d = D(k=1); d.z = 2; l = L([1])
for o in (A(), s, d, l, N(), G(), object(), 5, "a", (1,), [1], {1: 2}, {1}, None, ..., 1.5, 1j, range(3), slice(1), b"a", bytearray(b"b"), len, ValueError("e"), type):
    for p in (1, 2, 4):
        try:
            r = o.__reduce_ex__(p); print(type(o).__name__, p, r if isinstance(r, str) else [getattr(x, "__name__", x if not hasattr(x, "__next__") else list(x)) for x in r])
        except Exception as e:
            print(type(o).__name__, p, type(e).__name__, e)

#: getstate and copy
import copy
class A: pass
class S: __slots__ = ("a", "__dict__")
class P(S): __slots__ = ("c",)
a = A(); a.x = [1]; p = P(); p.a = 1; p.c = 2; p.d = 3
print(A().__getstate__(), a.__getstate__(), S().__getstate__(), p.__getstate__(), (5).__getstate__(), [].__getstate__())
b, c = copy.copy(a), copy.deepcopy(a); print(b.x is a.x, c.x is a.x, copy.copy(p).c, copy.deepcopy([a, a])[0].x, copy.copy((1,)), copy.deepcopy({1: [2]}), copy.copy(A) is A, copy.deepcopy(len) is len)
class M:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", len(memo))
    def __replace__(self, **k): return k
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, copy.copy(M()), copy.deepcopy([M()]), copy.replace(M(), a=1))
for f in [lambda: copy.copy(x for x in []), lambda: copy.deepcopy(open), lambda: copy.deepcopy(memoryview(b"a")), lambda: copy.replace(5), lambda: copy.copy(), lambda: object.__getstate__(), lambda: copy.copy(iter([1])).__next__(), lambda: copy.deepcopy(type(copy)("m"))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: pickle of classes functions and errors
import pickle, io, sys, types
mod = types.ModuleType("conf_mod"); sys.modules["conf_mod"] = mod
try:
    exec("class A:\n def __init__(s, x): s.x = x\n def __eq__(s, o): return s.x == o.x\n class In: pass\nclass E(Exception):\n def __init__(s, a, b): super().__init__(a)\ndef f(): pass\nclass K:\n def __reduce__(s): return 5\nclass K2:\n def __reduce__(s): return (1,)\nclass K3:\n def __reduce__(s): return 'f'\nclass K4:\n def __setstate__(s, st): print('set', st)\n def __getstate__(s): return [1]\n", mod.__dict__)
    for p in range(6): print(p, len(pickle.dumps([1, "a", {2: (3,)}], p)), pickle.loads(pickle.dumps(mod.A([p]), p)) == mod.A([p]))
    print(pickle.loads(pickle.dumps(mod.f)) is mod.f, pickle.loads(pickle.dumps(mod.A.In)) is mod.A.In, type(pickle.loads(pickle.dumps(mod.K4()))).__name__)
    g = lambda: 0; mod.f2 = type(mod.f)(mod.f.__code__, {}, "f"); mod.f2.__module__ = "conf_mod"
    for o in (lambda: 0, mod.E(1, 2), mod.K(), mod.K2(), mod.K3(), mod.f2, (x for x in []), type("Loc", (), {}), sys, io.StringIO, memoryview(b"")):
        try: print(type(pickle.loads(pickle.dumps(o))).__name__)
        except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
finally: del sys.modules["conf_mod"]

#: pickle data errors and hooks
import pickle, io, copyreg
for b in [b"", b"x", b"I1\n", b"cos\nnope\n.", b"cnosuch\nx\n.", b"(", b"\x80\x09.", b"K\x01", b".", b"I1\nr\xff\xff\xff\xff.", b"h\x05.", b"Ia\n.", b"S'a\n.", b"N", b"]a.", b"\x80\x04\x95\x05\x00\x00\x00\x00\x00\x00\x00N."]:
    try:
        print(b, pickle.loads(b))
    except Exception as e:
        print(b, type(e).__name__, e)
class P(pickle.Pickler):
    def persistent_id(self, o): return "five" if o == 5 else None
    def reducer_override(self, o): return (str, ("set!",)) if isinstance(o, set) else NotImplemented
class U(pickle.Unpickler):
    def persistent_load(self, i): print("load", i); return 55
    def find_class(self, m, n): print("find", m, n); return super().find_class(m, n)
f = io.BytesIO(); P(f).dump([5, {1}, 6]); print(U(io.BytesIO(f.getvalue())).load())
for g in [lambda: pickle.dumps(1, 9), lambda: pickle.Unpickler(io.BytesIO(f.getvalue())).load(), lambda: pickle.Pickler(5), lambda: pickle.Unpickler(5), lambda: pickle.loads("a"), lambda: pickle.dumps(), lambda: pickle.dump(1), lambda: pickle.loads(5)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: copyreg
import copyreg, copy, pickle
class C:
    def __init__(self, v): self.v = v
def red(c): print("reduce"); return (C, (c.v * 2,))
copyreg.pickle(C, red)
try:
    print(copy.copy(C(1)).v, copy.deepcopy(C(2)).v)
finally: del copyreg.dispatch_table[C]
print(copy.copy(C(1)).v, copyreg.__newobj__(C).__dict__, copyreg._slotnames(C), sorted(t.__name__ for t in copyreg.dispatch_table)[:3])
for f in [lambda: copyreg.pickle(C, 5), lambda: copyreg.constructor(5), lambda: copyreg.add_extension("m", "n", 0), lambda: copyreg.add_extension("m", "n", 250) or copyreg.add_extension("m", "n", 251), lambda: copyreg.remove_extension("m", "n", 251), lambda: copyreg.remove_extension("m", "n", 250)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: copy of bytearray subclass with slots and state of builtins
import copy, collections, pickle
class B(bytearray): __slots__ = ("tag", "__dict__")
class I(int): pass
class T(tuple): pass
class Q(collections.deque): pass
class O(collections.OrderedDict): pass
class F(float): __slots__ = ("f",)
for o in (B(b"x"), I(5), T((1,)), Q([1]), O(a=1)):
    o.extra = [1]
    if isinstance(o, B): o.tag = "t"
    c = copy.copy(o); d = copy.deepcopy(o)
    print(type(c).__name__, c == o, c.extra is o.extra, d.extra, getattr(d, "tag", "-"), o.__reduce_ex__(2)[2])
f = F(1.5); f.f = 2; print(copy.copy(f).f)

#: inspect of classes modules and frames
import inspect, sys
class M(type):
    def __getattribute__(c, n):
        if n == "__module__": raise AttributeError("hidden")
        return super().__getattribute__(n)
class H(metaclass=M): pass
class A:
    """  Doc line.

        indented
    """
    def m(self): "m doc"
class B(A):
    def m(self): pass
def outer():
    f = inspect.currentframe(); return f.f_code.co_name, inspect.getframeinfo(f).function, f.f_back.f_code.co_name, inspect.stack(0)[0].function
print(outer(), inspect.getdoc(A), inspect.getdoc(B.m), inspect.getmro(B)[:2], inspect.getmodule(len), inspect.cleandoc(" a\n   b\n  c"), inspect.getclasstree([A, B])[0][0], inspect.classify_class_attrs(B)[-1].name, inspect.unwrap(A.m) is A.m, inspect.getclosurevars(outer).globals.keys(), inspect.isabstract(A), inspect.indentsize("  x"), inspect.getgeneratorstate(x for x in []))
for f in [lambda: inspect.getfile(int), lambda: inspect.getfile(5), lambda: inspect.getfile(H), lambda: inspect.getmodule(5), lambda: inspect.getsourcefile(A), lambda: inspect.getclosurevars(5), lambda: inspect.getfullargspec(5), lambda: inspect.getargs(5), lambda: inspect.getmodulename("a/b.py"), lambda: inspect.getfile(sys)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])

#: code objects
def f(a, b=1, /, c=2, *d, e, **g):
    "doc"
    x = [y for y in a]
    return lambda: (x, glob.attr, 1.5, "s")
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_names, c.co_cellvars, c.co_freevars, c.co_nlocals, hex(c.co_flags), c.co_consts[0], [k.co_freevars for k in c.co_consts if hasattr(k, "co_name")], c.co_filename, c.co_firstlineno, c == c.replace(), c.replace(co_name="z").co_name, hash(c) == hash(c.replace()), list(c.co_lines())[0][2], len(list(c.co_positions())) == len(c.co_code) // 2)
for g in [lambda: c.replace(bad=1), lambda: c.replace(co_name=5), lambda: c.replace(co_argcount=-1), lambda: setattr(c, "co_name", "x"), lambda: type(c)(), lambda: c < c, lambda: c.co_lnotab[:0], lambda: exec(c), lambda: c.replace(1), lambda: eval(f.__code__)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: abstract classes
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
class B(A):
    def f(self): return "f"
class V: pass
print(A.register(V), issubclass(V, A), isinstance(V(), A), sorted(A.__abstractmethods__), B.__abstractmethods__, A.__subclasses__(), A.f.__isabstractmethod__, A.p.__isabstractmethod__, abc.get_cache_token() > 0, type(A).__name__)
B.p = 1; print(abc.update_abstractmethods(B)().f())
class H(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return "quack" in c.__dict__ or NotImplemented
print(isinstance(type("D", (), {"quack": 1})(), H), isinstance(5, H))
for f in [lambda: A(), lambda: type("C", (A,), {"f": 1})(), lambda: A.register(5), lambda: A.register(A.__mro__[1]), lambda: abc.abstractmethod(5), lambda: V.register, lambda: B.register(A), lambda: isinstance(5, abc), lambda: object.__new__(A), lambda: issubclass(5, A)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: mro and class creation errors
class M(type):
    mro = lambda cls: [cls, Base, object] if "Base" in globals() and cls is not Base else type.mro(cls)
class Base: value = 1
class X: pass
class Y(X): pass
class S: __slots__ = ("a",)
class R: __slots__ = ("b",)
for f in [lambda: type("Q", (X, Y), {}), lambda: type("Q", (X, X), {}), lambda: type("Q", (S, R), {}), lambda: type("Q", (int, str), {}), lambda: type("Q", (bool,), {}), lambda: type("Q", (5,), {}), lambda: type("Q", (), {"__slots__": "1a"}), lambda: type("Q", (int,), {"__slots__": "a"}), lambda: type("Q", (), {"__slots__": ("a",), "a": 1}), lambda: type("Q", (), {"__slots__": ("__dict__", "__dict__")}), lambda: type("Q\0", (), {}), lambda: type("Q", (), {"__qualname__": 5}), lambda: type("Q", (), {"__classcell__": 5}), lambda: type("Q", (), [], x=1), lambda: type("Q", (), {}, x=1), lambda: type("M2", (type,), {"mro": lambda c: 5})("Z", (), {}), lambda: type("M2", (type,), {"mro": lambda c: [5]})("Z", (), {}), lambda: type("M2", (type,), {"__prepare__": lambda *a: 5}) and exec("class Z(metaclass=type('M', (type,), {'__prepare__': lambda *a: 5})): pass"), lambda: type("Z", (X,), {}, metaclass=M), lambda: exec("class Z(int, metaclass=5): pass"), lambda: M("W", (Y,), {}).mro(), lambda: type.__call__(type), lambda: type("Z", (), {"__init_subclass__": 5}) and 1, lambda: X.__class__(1, 2, 3), lambda: exec("class Z(type('A', (type,), {})('B', (), {}), type('C', (type,), {})('D', (), {})): pass")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).replace("\n", " "))

#: an mro that leaves out the bases is read live
class Base: value = 1
class Other: value = "other"
class Meta(type):
    def mro(cls): return [cls, Base, object]
class W(Other, metaclass=Meta): pass
w = W(); print(W.value, w.value); Base.value = 2; print(W.value, w.value); Other.value = "no"; print(W.value); del Base.value
try:
    W.value
except AttributeError as e:
    print(e, W.__mro__, isinstance(w, Other), issubclass(W, Base), W.__bases__)

#: a descriptor class that gets its methods later
class D: pass
class A: x = D()
o = A(); o.__dict__["x"] = 5
def read(): return [o.x for _ in range(200)][-1]
def write(v): o.x = v
for i in range(100): write(5)
print(read())
D.__get__ = lambda s, i, t: "got"; D.__set__ = lambda s, i, v: print("set", v)
print(read(), write(9), o.__dict__); del D.__set__; print(read())
class M(type): a = D()
class C(metaclass=M): a = 7
def ra(): return [C.a for _ in range(200)][-1]
print(ra()); D.__set__ = lambda s, i, v: None; print(ra())

#: a getattr that changes the slot names during a reduce
import copyreg
class A:
    def __getattr__(self, n):
        type(self).__slotnames__ = ["more"]
        print("getattr", n)
        raise AttributeError(n)
class B(A): __slots__ = ("one", "two")
try:
    print([getattr(x, "__name__", x) for x in B().__reduce_ex__(2)])
except Exception as e:
    print(type(e).__name__, e)

#: tokenize of broken source
import tokenize, io
for src in ["'abc", "a = (1,", "x = 1\n  y", "é = 'ü", "1_", "0b2", "a $ b", "'''x", "if x:\n\ty\n        z", "\\", "f'{a'", "\u20ac\n", "0777", "a?b\n"]:
    try:
        print(repr(src), [(tokenize.tok_name[t.exact_type], t.string) for t in tokenize.generate_tokens(io.StringIO(src).readline)])
    except (tokenize.TokenError, SyntaxError) as e:
        print(repr(src), type(e).__name__, e.args[0], e.args[1][:2] if type(e) is tokenize.TokenError else (e.lineno, e.offset))

#: descriptors bound by hand
class A:
    def m(self): return 1
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
    p = property(lambda self: "p")
    __slots__ = ("x",)
a = A(); a.x = 3
print(A.__dict__["m"].__get__(a)(), A.__dict__["c"].__get__(None, A)(), A.__dict__["s"].__get__(a)(), A.p.__get__(a), A.x.__get__(a), A.x.__objclass__.__name__, A.m.__get__(None, A) is A.m, a.m.__self__ is a, a.m.__func__ is A.m, a.m == a.m, a.m is a.m, len.__self__.__name__, int.__add__.__objclass__, (5).__add__.__self__, A.c.__self__, A.__dict__["s"].__wrapped__(), A.__dict__["s"]())
for f in [lambda: A.x.__get__(5), lambda: A.x.__set__(5, 1), lambda: A.p.__set__(a, 1), lambda: A.__dict__["c"](), lambda: A.__dict__["m"].__get__(), lambda: A.__dict__["m"].__get__(None), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: int.real.__get__("a"), lambda: str.join.__get__(5), lambda: A.p.__delete__(a), lambda: property(5).__get__(1), lambda: property().__get__(1), lambda: super(A), lambda: super(A, 5), lambda: super(int, A), lambda: super().x, lambda: super(A, a).zz, lambda: A.p.getter(5).fget, lambda: setattr(A.p, "fget", 1), lambda: A.__dict__["p"].__name__]:
    try:
        print(str(f()).split(" at 0x")[0])
    except Exception as e:
        print(type(e).__name__, e)
