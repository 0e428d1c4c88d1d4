#: call errors of python functions
def f(a, b, c=3, *, k, m=1): pass
def g(): pass
def h(a, /, b, *, c): pass
def v(a, *args): pass
def kw(*, a, b, c, d): pass
for s in ("f()", "f(1)", "f(1, 2)", "f(1, 2, 3, 4)", "f(1, 2, 3, 4, k=5)", "f(1, a=2, k=1)", "f(1, 2, k=1, z=5)", "f(k=1)", "g(1)", "g(1, 2, x=3)", "g(x=1)", "h(a=1, b=2, c=3)", "h(1, 2, 3)", "h(1)", "h()", "v()", "kw()", "kw(a=1)", "kw(1, a=1)", "f(1, 2, **{'k': 1, 'a': 2})", "f(*5)", "f(**5)", "f(1, 2, k=1, **{'k': 2})", "f(**{1: 2})", "g(*[], *(), **{})", "(lambda x: 0)()", "(lambda: 0)(1)"):
    try: print(s, eval(s))
    except TypeError as e: print(s, "->", e)

#: call errors of methods and classes
class C:
    def __init__(self, a): self.a = a
    def m(self, x): pass
    @classmethod
    def k(cls, x): pass
    @staticmethod
    def s(x): pass
    def no(): pass
    class In:
        def __init__(self): pass
class D: pass
for s in ("C()", "C(1, 2)", "C(1, a=2)", "C(b=1)", "C(1).m()", "C(1).m(1, 2)", "C.m()", "C.m(1)", "C.k()", "C.s()", "C(1).s(1, 2)", "C(1).no()", "C.In(1)", "D(1)", "D(a=1)", "D()()", "C.m", "C(1).a()", "C.__init__(1)", "C.__init__()", "D().__init__(1)", "C.__call__()"):
    try: print(s, type(eval(s)).__name__)
    except TypeError as e: print(s, "->", e)

#: call errors of local functions name where they are defined
def outer():
    def inner(a): pass
    return inner, lambda a: 0
f, l = outer()
for g in (f, l):
    try: g()
    except TypeError as e: print(e)
f.__name__ = "renamed"
f.__qualname__ = "Other.renamed"
for a in ((), (1, 2)):
    try: f(*a)
    except TypeError as e: print(e)

#: call errors of builtin functions
for s in ("len()", "len(1, 2)", "len(5)", "len(x=1)", "abs()", "ord('a', 'b')", "isinstance(1)", "iter()", "next()", "next(1)", "print(1, foo=2)", "print(sep=3)", "print(end=b'')", "sorted()", "sorted([1], 2)", "sorted([1], bad=1)", "max()", "max(1, 2, k=3)", "min([], key=1)", "sum()", "sum([1], 2, 3)", "pow()", "pow(2)", "divmod(1)", "round()", "hash()", "id()", "repr()", "callable()", "chr()", "hex(1, 2)", "input(1, 2)", "any()", "all(1)", "open()", "open(1.5)", "vars(1, 2)", "dir(1, 2)", "globals(1)", "locals(1)", "format()", "ascii()", "bin()", "setattr(1)", "delattr(1)", "issubclass(1)", "compile()", "__import__()", "breakpoint.x()", "aiter()", "anext(1)"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of builtin classes
for s in ("int(1, 2, 3)", "int(x=1)", "int('1', foo=2)", "float(1, 2)", "float(x=1)", "str(1, 2, 3, 4)", "str(b'', 5)", "str(foo=1)", "bool(x=1)", "list(1, 2)", "list(a=1)", "tuple(1, 2)", "set(1, 2)", "dict(1, 2)", "frozenset(1, 2)", "range()", "range(1, 2, 3, 4)", "range(a=1)", "slice(1, 2, 3, 4)", "complex(1, 2, 3)", "complex(foo=1)", "bytes(1, 2, 3, 4)", "bytes(foo=1)", "bytearray(1, 2)", "memoryview()", "memoryview(5)", "enumerate()", "enumerate([1], 2, 3)", "enumerate(foo=1)", "zip(1, foo=2)", "zip(1, 2)", "map()", "map(len)", "filter(len)", "filter(None, 1)", "reversed()", "reversed(1, 2)", "object(1)", "property(1, 2, 3, 4, 5)", "property(foo=1)", "classmethod()", "staticmethod(1, 2)", "super(1, 2, 3)", "type()", "type(None)(1)", "type(...)(1)", "Exception(a=1)"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of list and tuple methods
for s in ("[].append()", "[].append(1, 2)", "[].append(x=1)", "[].extend()", "[].extend(1)", "[].insert(1)", "[].insert('a', 1)", "[].pop(1, 2)", "[].remove()", "[].clear(1)", "[].copy(1)", "[].index()", "[].count()", "[].sort(1)", "[].sort(foo=1)", "[1, 'a'].sort()", "[1].sort(key=1)", "[].reverse(1)", "().index()", "().count(1, 2)", "list.append()", "list.append(1)", "list.append(1, 2)", "list.append([])", "[].__getitem__()", "[].__len__(1)", "[].__add__()", "list.__len__(5)", "list.__len__()", "[].nope()", "[].__init__(1, 2)", "[].__setitem__(1)", "[].__contains__()"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of text methods
for s in ("''.join()", "''.join(1)", "''.join(['a', 1])", "''.join([], [])", "'a'.split(1)", "'a'.split('')", "'a'.split(maxsplt=1)", "'a'.split('b', 'c')", "'a'.replace()", "'a'.replace('a')", "'a'.replace(1, 2)", "'a'.find()", "'a'.find(1)", "'a'.index('b')", "'a'.startswith(1)", "'a'.startswith((1,))", "'a'.startswith()", "'a'.upper(1)", "'a'.strip(1)", "'a'.center()", "'a'.center(5, 'ab')", "'a'.center('b')", "'a'.encode(1)", "'a'.encode(foo=1)", "'a'.zfill()", "'a'.ljust(3, 1)", "'a'.translate()", "'a'.translate(5)", "str.maketrans(1)", "str.maketrans('a', 'bc')", "'a'.partition('')", "'a'.partition(1)", "'a'.count()", "'a'.expandtabs('b')", "'a'.format_map()", "'a'.removeprefix(1)", "str.upper()", "str.upper(1)", "str.join('a')", "'a'.splitlines(1, 2)", "b'a'.join(['b'])", "b'a'.find('a')", "b'a'.hex(1, 2, 3)", "bytes.fromhex('zz')", "bytes.fromhex(1)", "b'a'.decode(1)"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of dict and set methods
for s in ("{}.get()", "{}.get(1, 2, 3)", "{}.get(k=1)", "{}.keys(1)", "{}.pop()", "{}.pop(1)", "{}.pop(1, 2, 3)", "{}.setdefault()", "{}.update(1)", "{}.update(1, 2)", "{}.update([(1,)])", "{}.update({1: 2}, **{'a': 1})", "{}.items(x=1)", "{}.popitem(1)", "{}.fromkeys()", "{}.fromkeys(1)", "{}.fromkeys([1], 2, 3)", "{}.clear(1)", "{}.copy(1)", "dict.get()", "dict.get(1)", "dict.fromkeys(5)", "set().add()", "set().add(1, 2)", "set().remove()", "{1}.remove(2)", "set().discard()", "set().union(1)", "set().update(1)", "set().pop(1)", "set().difference(5)", "set().issubset()", "set().issubset(1)", "frozenset().add(1)", "set().intersection_update(1)", "{} | []", "{}.__contains__()", "{}.__getitem__(1)", "{}.__missing__(1)", "dict.__len__([])"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of number methods and math
import math
for s in ("(1).bit_length(1)", "(1).to_bytes('a')", "(1).to_bytes(1, 'x')", "(256).to_bytes(1)", "(-1).to_bytes(1)", "int.from_bytes()", "int.from_bytes(1)", "int.from_bytes('a')", "int.from_bytes(b'a', 'x')", "(1.5).hex(1)", "float.fromhex('z')", "float.fromhex(1)", "(1).__add__('a')", "(1).__pow__()", "(1).conjugate(1)", "(1.0).is_integer(1)", "(1).real()", "math.sqrt()", "math.sqrt('a')", "math.sqrt(-1)", "math.log(0)", "math.log()", "math.floor('a')", "math.gcd(1.5)", "math.factorial(-1)", "math.factorial(1.5)", "math.pow(1)", "math.hypot('a')", "math.isclose(1)", "math.isclose(1, 2, rel_tol=-1)", "math.comb(1)", "math.comb(-1, 1)", "math.fsum(1)", "math.prod()", "math.atan2(1)", "math.nope", "math.exp(1000)", "math.cos(math.inf)", "math.ldexp(1, 'a')", "2 ** 'a'", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "divmod(1, 0)", "0 ** -1", "0.0 ** -1", "pow(2, -1, 4)", "pow(2, 1, 0)", "1j / 0"):
    try: print(s, eval(s))
    except Exception as e: print(s, "->", type(e).__name__, e)

#: call errors of library functions written in another language
import functools, itertools, operator, collections, re, json, sys, copy
for s in ("functools.partial()", "functools.partial(5)", "functools.reduce(len)", "functools.reduce(max, [])", "functools.reduce(1, [1, 2])", "functools.cmp_to_key()", "functools.lru_cache(5.5)", "itertools.chain(1).__next__()", "itertools.islice([1])", "itertools.islice([1], -1)", "itertools.count('a')", "itertools.repeat()", "itertools.repeat(1, 'a')", "itertools.product(1)", "itertools.combinations([1])", "itertools.combinations([1], -1)", "itertools.zip_longest(1, foo=2)", "itertools.cycle()", "itertools.groupby()", "itertools.accumulate(5)", "itertools.batched([1], 0)", "itertools.pairwise()", "itertools.tee()", "operator.itemgetter()", "operator.attrgetter(1)", "operator.add(1)", "operator.methodcaller()", "operator.index('a')", "collections.deque(5)", "collections.deque([], -1)", "collections.deque().popleft()", "collections.deque([1]).index(2)", "collections.defaultdict(5)", "collections.OrderedDict(5)", "re.compile(5)", "re.compile('(')", "re.match('a')", "re.compile('a').match()", "json.dumps()", "sys.getsizeof()", "sys.intern(1)", "sys.exit(1, 2)", "sys.setrecursionlimit('a')", "sys._getframe(1000)"):
    try: print(s, type(eval(s)).__name__)
    except BaseException as e: print(s, "->", type(e).__name__, e)

#: suggestions for unexpected keywords
def f(bluch, other=1, *, timeout=None): pass
class C:
    def __init__(self, colour): pass
    def m(self, width=1): pass
def p(length, /, size=1): pass
for s in ("f(bluhc=1)", "f(1, timout=2)", "f(1, zzz=2)", "f(1, Other=2)", "C(color=1)", "C(1).m(widht=1)", "p(1, lenght=2)", "p(length=1)", "'a'.split(maxsplt=1)", "print(1, ends='')", "sorted([], revrse=True)", "open('x', mod='r')", "int('1', bas=2)", "max([1], kee=len)", "[].sort(revers=1)", "'a'.encode(encodng='x')", "enumerate([], strat=1)", "sum([], strt=1)", "zip([], stric=True)", "round(1, ndigit=2)", "pow(2, 3, mood=1)", "compile('1', 'f', 'eval', flag=0)", "dict.fromkeys(iterabl=1)", "str(b'', encodin='a')", "print(1, 2, file_=3)"):
    try: print(s, eval(s))
    except TypeError as e: print(s, "->", e)

#: suggestions for calling a module
import json, sys, types, traceback
m = types.ModuleType("zz_mod"); m.zz_mod = lambda: 1
n = types.ModuleType("zz_other")
k = types.ModuleType("zz_num"); k.zz_num = 5
for x in (m, n, k, json):
    try: x()
    except TypeError as e: print(e)

#: calls of things that are not callable
import warnings
warnings.simplefilter("ignore")
for s in ("5()", "'a'()", "None()", "[]()", "(1, 2)(3)", "{}()", "(lambda: 0)()()", "...()", "NotImplemented()", "object()()", "type('A', (), {'__call__': 5})()()", "True()", "1.5(2)", "range(3)(1)", "(x for x in [])()"):
    try: eval(s)
    except TypeError as e: print(s, e)
warnings.resetwarnings()

#: defaults longer than the parameters
def f(a): return a
f.__defaults__ = (1, 2)
print(f())
def g(a, b, *, c): return a, b, c
g.__defaults__ = (1, 2, 3, 4)
print(g(c=0), g(9, c=0))

#: defaults and keyword defaults are exchanged
def f(a, b=2, *, c=3): return a, b, c
print(f.__defaults__, f.__kwdefaults__, f(1))
f.__defaults__ = (10, 20); f.__kwdefaults__["c"] = 30
print(f())
f.__kwdefaults__ = {"c": 5, "unused": 6}; print(f())
del f.__defaults__; f.__kwdefaults__ = None
print(f.__defaults__, f.__kwdefaults__)
try: f()
except TypeError as e: print(e)
for n, v in (("__defaults__", 5), ("__defaults__", [1]), ("__kwdefaults__", 5), ("__code__", 5), ("__dict__", 5), ("__name__", b"x"), ("__qualname__", 5), ("__annotations__", 5), ("__closure__", ()), ("__globals__", {}), ("__type_params__", 5), ("__annotate__", 5), ("__doc__", 5), ("__module__", 5), ("__builtins__", {})):
    try: setattr(f, n, v); print(n, getattr(f, n))
    except Exception as e: print(n, type(e).__name__, e)

#: mutable default keeps its state
def f(x, acc=[]):
    acc.append(x)
    return acc
print(f(1), f(2), f.__defaults__)
f.__defaults__[0].clear()
print(f(3))
fs = [lambda i=i: i for i in range(3)]
print([g() for g in fs], [g.__defaults__ for g in fs])
gs = [lambda: i for i in range(3)]
print([g() for g in gs])

#: code is exchanged after a hot loop
def f(): return "f"
def g(): return "g"
def h(x): return x
def call(): return f()
for i in range(200): call()
f.__code__ = g.__code__
print(call(), f.__name__, f.__code__.co_name)
f.__code__, f.__defaults__ = h.__code__, ("default",)
print(call())
def outer():
    y = 1
    return lambda: y
for bad in (outer().__code__, 5, None):
    try: f.__code__ = bad
    except (ValueError, TypeError) as e: print(type(e).__name__, e)

#: functions made by the function type
import types
def f(a, b=1): return a, b, x
x = "global"
g = types.FunctionType(f.__code__, {"x": "mine"}, "made", (7,))
print(g(1), g.__name__, g.__qualname__, g.__module__, g.__globals__["x"])
cell = types.CellType(5)
def outer():
    v = 1
    def inner(): return v
    return inner
h = types.FunctionType(outer().__code__, {}, closure=(cell,))
print(h()); cell.cell_contents = 6; print(h(), h.__closure__[0] is cell)
for a in ((), (5, {}), (f.__code__, 5), (f.__code__, {}, 5), (f.__code__, {}, None, 5), (outer().__code__, {}), (outer().__code__, {}, None, None, (1,)), (f.__code__, {}, None, None, (cell,)), (outer().__code__, {}, None, None, ())):
    try: types.FunctionType(*a); print("made")
    except Exception as e: print(type(e).__name__, e)

#: closures and their cells
def outer():
    x = 1
    def get(): return x
    def put(v): nonlocal x; x = v
    def drop(): nonlocal x; del x
    return get, put, drop
get, put, drop = outer()
put(5); print(get(), get.__closure__[0].cell_contents, get.__closure__[0] is put.__closure__[0], get.__code__.co_freevars)
drop()
for f in (get, drop, lambda: get.__closure__[0].cell_contents):
    try: f()
    except (NameError, ValueError) as e: print(type(e).__name__, e)
import types
a, b = types.CellType(1), types.CellType(2)
print(a < b, a == types.CellType(1), types.CellType() == types.CellType(), a != b)

#: signature of builtin functions and classes
import inspect
class C:
    def __init__(self, a, *, b=1): pass
class N:
    def __new__(cls, x): pass
class M(type):
    def __call__(cls, *, z): pass
class K(metaclass=M): pass
for o in (len, abs, isinstance, print, sorted, sum, pow, int, str, dict, type, object, C, N, K, C(1).__init__, [].append, str.split, "a".split, dict.get, object(), range, max, iter, property, Exception, compile, open, __import__, vars, int.from_bytes, 5):
    try: print(getattr(o, "__name__", type(o).__name__), inspect.signature(o))
    except Exception as e: print(getattr(o, "__name__", "?"), type(e).__name__, str(e).split(" at 0x")[0])

#: signature of partials wrapped functions and methods
import inspect, functools
def f(a, b: int = 2, /, *args, c, d=4, **kw) -> str: pass
def deco(g):
    @functools.wraps(g)
    def w(*x): pass
    return w
class C:
    @classmethod
    def k(cls, a): pass
    def m(self, a): pass
    pm = functools.partialmethod(m, 1)
    __call__ = lambda self, q: 0
for o in (f, functools.partial(f, 1), functools.partial(f, c=3), functools.partial(f, 1, 2, 3, d=1), deco(f), C.k, C.m, C().m, C().pm, C(), functools.lru_cache(f), functools.singledispatch(f), lambda *, a: 0): print(inspect.signature(o))
print(inspect.signature(deco(f), follow_wrapped=False), inspect.signature(functools.partial(lambda a, b, c: 0, b=1)))
try: inspect.signature(functools.partial(lambda a: 0, 1, 2))
except ValueError as e: print(str(e).split("<function")[-1].split(">")[-1], "|", type(e).__name__)

#: bind arguments to a signature
import inspect
def f(a, /, b, *args, c=1, **kw): pass
s = inspect.signature(f)
for a, k in (((1, 2), {}), ((1,), {"b": 2, "z": 3}), ((1, 2, 3), {"c": 4}), ((), {}), ((1,), {}), ((1, 2), {"b": 3}), ((1, 2), {"a": 5})):
    try: ba = s.bind(*a, **k); ba.apply_defaults(); print(ba, ba.args, ba.kwargs)
    except TypeError as e: print(e)
for p in s.parameters.values(): print(p.name, p.kind, p.kind.description, p.default is p.empty, repr(p))
for x in (("1a", "POSITIONAL_ONLY"), ("a", "VAR_POSITIONAL"), ("class", "KEYWORD_ONLY")):
    try: print(inspect.Parameter(x[0], inspect.Parameter.__dict__[x[1]], default=1))
    except Exception as e: print(type(e).__name__, e)

#: partial objects
from functools import partial, Placeholder
p = partial(print, 1, sep="-")
p(2, 3, end="!\n")
q = partial(p, 4, sep="+")
print(q.func is print, q.args, q.keywords, p.__dict__)
q(5)
r = partial(pow, Placeholder, 2)
print(r(5), repr(partial(int, base=2)), r.args)
for f in (lambda: partial(pow, Placeholder), lambda: r(), lambda: setattr(p, "args", ()), lambda: partial(5), lambda: partial()):
    try: f(); print("ok")
    except Exception as e: print(type(e).__name__, e)
class C: m = staticmethod(partial(lambda *a: a, 1))
print(C().m(2))

#: caches of functions
from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=2, typed=True)
def f(x, *, k=0): calls.append(x); return x
print([f(v) for v in (1, 1.0, 1, 2, 3, 1)], calls, f.cache_info(), f.cache_parameters())
f.cache_clear(); print(f.cache_info(), f.__wrapped__(9), f.__name__)
for g in (lambda: f([]), lambda: f(), lambda: lru_cache("a")):
    try: g()
    except TypeError as e: print(e)
class C:
    @cached_property
    def p(self): print("computing"); return 5
    __slots__ = ()
class D: p = vars(C)["p"]
d = D(); print(d.p, d.p, d.__dict__)
try: C().p
except TypeError as e: print(e)

#: single dispatch
from functools import singledispatch
@singledispatch
def f(x): return "object"
@f.register
def _(x: int | str): return "int or str"
@f.register(list)
def _(x): return "list"
class L(list): pass
print(f(1.5), f(True), f("a"), f(L()), f.dispatch(L).__name__, sorted(c.__name__ for c in f.registry))
for g in (lambda: f(), lambda: f.register(lambda x: 0), lambda: f.register(5), lambda: f.register(list[int], len), lambda: singledispatch(5)):
    try: g()
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])

#: single dispatch of methods
from functools import singledispatchmethod
class C:
    @singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: int): return "int"
print(C().m(1), C().m(""), C.m(C(), 5), C().m.__name__)
for g in (lambda: singledispatchmethod(5), lambda: C().m(), lambda: C.m(1), lambda: C.m.register(5)):
    try: print(g())
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])

#: positional only parameters and keyword of the same name
def f(a, /, **kw): return a, kw
print(f(1, a=2))
def g(self, /, *args, **kwargs): return kwargs
print(g(0, self=1))
class C:
    def m(self, /, **kw): return kw
print(C().m(self=5))
def h(a, b, /, c=1): pass
for s in ("h(a=1, b=2)", "h(1, b=2)", "h(1, 2, a=3)", "h(1, 2, 3, 4)", "f(a=1)", "dict.get({}, key=1)", "len(obj=[])", "range(stop=3)"):
    try: print(s, eval(s))
    except TypeError as e: print(s, "->", e)

#: order in which arguments are evaluated
def t(x): print(x, end=" "); return x
def f(*a, **k): print("call", a, k)
f(t(1), *[t(2)], t(3), k=t(4), **{t("z"): t(5)}, y=t(6))
d = {t("k"): t("v"), **{t("a"): t("b")}}
x = t([0, 0]); x[t(0)], x[t(1)] = t(7), t(8)
print(x)
a = t(1) if t(0) else t(2)
print([t(i) for i in range(2) if t(i)], t(1) < t(2) > t(0) < t(5))

#: docstrings of builtin functions and types
for o in (len, print, abs, int.__add__, property, dict.get, list.append, type, object, BaseException, str.split, object.__init__, zip, range, property.getter, int.real, ValueError, type(None)):
    print(getattr(o, "__name__", "?"), repr(o.__doc__)[:40])

#: names and kinds of builtin functions
import builtins, os, inspect
for o in (len, open, print, os.getcwd, os.listdir, [].append, str.upper, int.__add__, (1).__add__, dict.fromkeys, int.from_bytes, type.__call__, object.__new__, builtins.__import__, sorted, input, os.path.join, str.maketrans):
    print(type(o).__name__, o.__name__, o.__qualname__, getattr(o, "__module__", "-"), inspect.isbuiltin(o), inspect.isroutine(o), getattr(getattr(o, "__self__", None), "__name__", "-"))
print(len, print.__self__, type(dict.__dict__["fromkeys"]).__name__, type(int.__dict__["real"]).__name__, type(vars(str)["maketrans"]).__name__, repr(str.upper), repr(int.__add__), repr((5).__add__).split(" at")[0])

#: annotations are evaluated late
def f(a: later, b: "text" = 1) -> print("evaluated") or int: pass
try: f.__annotations__
except NameError as e: print(e)
later = "now"
print(f.__annotations__, f.__annotations__ is f.__annotations__)
import annotationlib
def g(x: nope.deep[int], y: list[zz]): pass
print(annotationlib.get_annotations(g, format=annotationlib.Format.STRING), type(annotationlib.get_annotations(g, format=annotationlib.Format.FORWARDREF)["x"]).__name__)
f.__annotations__ = {"q": 1}; print(f.__annotations__, f.__annotate__)
del f.__annotations__; print(f.__annotations__)

#: generator code set on a plain function warns
import warnings
def f(): return 1
def g(): yield 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f.__code__ = g.__code__
print([(x.category.__name__, str(x.message)) for x in w], list(f()))

#: compensated sums and other number results
print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3], 0.0), sum([1, 0.1, 0.2]), sum([0.1j] * 3))
print((-0.0) ** 0.5, complex(2**53 + 1) == 2**53 + 1, round(2.5), round(-0.5), round(1e20, -19), 7 // -2, -7 % 3, divmod(-7.5, 2))
import time
print(time.gmtime(0).tm_wday, time.strftime("%A", time.gmtime(0)), time.gmtime(86400 * 3).tm_wday)

#: small parts of the library that are easily forgotten
import sys, os, inspect, datetime, copy, re, typing, threading
for n in ("_is_interned", "getallocatedblocks", "_clear_type_cache", "thread_info", "intern", "getrefcount", "is_finalizing", "_current_frames"): print(n, hasattr(sys, n))
print(hasattr(os, "readinto"), hasattr(threading.RLock(), "_is_owned"), inspect.ismemberdescriptor(datetime.timedelta.days), inspect.isgetsetdescriptor(type(len).__dict__["__name__"]))
p = re.compile("a"); print(copy.copy(p) is p, copy.deepcopy(p) is p, typing.Literal[[], []].__args__ if hasattr(typing.Literal[1], "__args__") else "")
