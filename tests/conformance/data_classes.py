#: dataclass basics and repr
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, MISSING
@dataclass
class P:
    x: int
    y: list = field(default_factory=list, repr=False)
    z: str = field(default="q", compare=False, metadata={"m": 1})
p = P(1)
print(p, p == P(1, [], "other"), asdict(p), astuple(p), replace(p, x=5), is_dataclass(P), is_dataclass(5), P.__match_args__, P.__doc__, P.__hash__, P.__eq__.__qualname__, P.__init__.__qualname__)
for f in fields(P): print(f.name, f.type, f.default is MISSING, f.repr, f.compare, f.kw_only, dict(f.metadata), f.init)
print(hasattr(P, "y"), P.z, sorted(k for k in P.__dict__ if k.startswith("__dataclass")), P.__dataclass_params__)

#: dataclass constructor errors
from dataclasses import dataclass, field
@dataclass
class A:
    a: int
    b: int = 2
    c: int = field(default=3, kw_only=True)
    d: int = field(default=4, init=False)
for a, k in [((), {}), ((1, 2, 3), {}), ((1,), dict(q=1)), ((1,), dict(d=1)), ((1,), dict(a=2)), ((1, 5), dict(c=7)), ((1,), dict(bb=2))]:
    try:
        print(A(*a, **k))
    except TypeError as e:
        print(e)

#: dataclass definition errors
from dataclasses import *
def mk(ns, **k): return dataclass(**k)(type("C", (), ns))
tests = [({"__annotations__": {"a": int, "b": int}, "a": 1}, {}), ({"__annotations__": {"a": list}, "a": []}, {}), ({"__annotations__": {"a": int}, "a": field(default=1, kw_only=MISSING)}, {}), ({"a": field()}, {}), ({"__annotations__": {"a": int}}, dict(order=True, eq=False)), ({"__annotations__": {"a": int}, "__lt__": 1}, dict(order=True)), ({"__annotations__": {"a": int}, "__hash__": lambda s: 1}, dict(unsafe_hash=True)), ({"__annotations__": {"a": int}, "__slots__": ()}, dict(slots=True)), ({"__annotations__": {"a": int}, "__setattr__": 1}, dict(frozen=True)), ({"__annotations__": {"a": int}}, dict(weakref_slot=True)), ({"__annotations__": {"a": int}}, dict(bad=1)), ({"__annotations__": {"a": dict}, "a": {}}, {})]
for ns, k in tests:
    try:
        print(mk(ns, **k).__init__.__name__)
    except Exception as e:
        print(type(e).__name__, e)
for f in [lambda: field(default=1, default_factory=int), lambda: dataclass(5), lambda: fields(5), lambda: asdict(5), lambda: asdict(int), lambda: replace(5), lambda: field(1), lambda: make_dataclass("C", ["1a"]), lambda: make_dataclass("C", ["a", "a"]), lambda: make_dataclass("C", ["if"]), lambda: make_dataclass("C", [("a", int, 1, 2)])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: dataclass frozen and hash
from dataclasses import dataclass, FrozenInstanceError
@dataclass(frozen=True)
class F:
    x: int = 0
f = F(3)
for g in [lambda: setattr(f, "x", 1), lambda: delattr(f, "x"), lambda: setattr(f, "new", 1), lambda: hash(f) == hash((3,)), lambda: {f: 1}[F(3)]]:
    try:
        print(g())
    except FrozenInstanceError as e:
        print(type(e).__name__, e, isinstance(e, AttributeError))
try:
    @dataclass
    class G(F): y: int = 1
except TypeError as e:
    print(e)
@dataclass(eq=False)
class H: x: int
print(H(1) == H(1), H.__hash__ is object.__hash__, type("S", (F,), {})(5))

#: dataclass order
from dataclasses import dataclass
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
class W(V): pass
print(V(1) < V(1, 1), V(2) >= V(1, 9), sorted([V(2), V(1, 5), V(1)]), max(V(1), V(0, 9)), V(1) == W(1), V.__lt__(V(1), 5), V(1).__eq__(W(1)))
for f in [lambda: V(1) < 5, lambda: V(1) < W(2), lambda: V("a") < V(1)]:
    try:
        print(f())
    except TypeError as e:
        print(e)

#: dataclass slots
from dataclasses import dataclass, field
@dataclass(slots=True, weakref_slot=True)
class S:
    x: int
    y: int = 5
    def cls(self): return __class__ is S
@dataclass(slots=True)
class T(S):
    z: int = 1
    def sup(self): return super().cls()
print(S.__slots__, T.__slots__, S(1), T(1).sup(), S(1).cls(), hasattr(S(1), "__dict__"), type(S.x).__name__, S.__qualname__, S.__module__)
import copy, weakref
print(weakref.ref(s := S(1))() is s, copy.copy(s), s.__getstate__(), copy.deepcopy(T(1, 2, 3)))
for f in [lambda: setattr(s, "q", 1), lambda: S(1).z, lambda: delattr(s, "y") or s.y]:
    try:
        print(f())
    except AttributeError as e:
        print(e)

#: dataclass inheritance and field order
from dataclasses import dataclass, field, fields, KW_ONLY, InitVar
from typing import ClassVar
@dataclass
class A:
    x: int = 1
    y: int = 2
@dataclass
class B(A):
    z: int = 3
    x: int = 10
    _: KW_ONLY
    k: int
    c: ClassVar[int] = 7
    i: InitVar[int] = 9
    def __post_init__(self, i): print("post", i, self.z)
b = B(k=5); print(b, [f.name for f in fields(B)], B.c, B.i, B.__match_args__)
import inspect; print(inspect.signature(B), inspect.signature(A), B.__init__.__annotations__)
try:
    @dataclass
    class C(A): w: str
except TypeError as e:
    print(e)

#: dataclass order of calls
from dataclasses import dataclass, field
class D:
    def __set_name__(self, o, n): print("set_name", n)
    def __get__(self, i, o): print("get", i is None); return 5
    def __set__(self, i, v): print("set", v)
def make(): print("factory"); return []
@dataclass
class A:
    a: int = D()
    b: list = field(default_factory=make)
    def __post_init__(self): print("post")
print("built"); x = A(); y = A(1, 2); print(x.b, y.b)

#: dataclass asdict copy and recursion
from dataclasses import dataclass, asdict, astuple, field
from collections import namedtuple, defaultdict
N = namedtuple("N", "p")
@dataclass
class A:
    v: object
    n: object = None
a = A([A(1), (A(2),), {"k": A(3)}, N(A(4)), defaultdict(list, x=[A(5)])])
print(asdict(a), astuple(A(A(1), {A: 2}.__len__())), asdict(A(1), dict_factory=lambda l: sorted(l, key=str)))
r = A(1); r.n = r; print(r)
l = A([]); l.v.append(l); print(l)

#: dataclass generated signature names and make_dataclass
from dataclasses import make_dataclass, field, dataclass
import inspect
C = make_dataclass("C", [("x", int), "y", ("z", list, field(default_factory=list))], bases=(), namespace={"go": lambda s: s.x * 2}, kw_only=False)
print(C(1, 2), C(1, 2).go(), C.__module__, C.__annotations__["x"], C.__annotations__["z"], inspect.signature(C))
@dataclass
class D:
    a: "int" = 5
    b: None = None
print(inspect.signature(D), D.__doc__, D.__init__.__code__.co_varnames[:3], D.__init__.__name__, D.__repr__.__name__, D.__replace__.__qualname__, D.__eq__.__module__)

#: enum members and lookups
from enum import *
class C(Enum):
    RED = 1
    CRIMSON = 1
    BLUE = "b"
    def hi(self): return self.name.lower()
print(list(C), C.RED, repr(C.RED), C.CRIMSON, C(1), C["BLUE"], C.__members__, C.RED is C.CRIMSON, len(C), C.RED in C, 1 in C, 99 in C, C.BLUE.hi(), C.RED.value, C.RED.name, C, f"{C.RED}", f"{C.RED:>8}", hash(C.RED) == hash("RED"), bool(C.RED), isinstance(C.RED, C), list(reversed(C)), C.RED.BLUE, type(C).__name__)
for f in [lambda: C(5), lambda: C["x"], lambda: C.GREEN, lambda: setattr(C, "RED", 5), lambda: delattr(C, "RED"), lambda: setattr(C.RED, "value", 5), lambda: C.RED < C.BLUE, lambda: type("D", (C,), {}), lambda: C(), lambda: C(1, 2), lambda: int(C.RED), lambda: C.RED(), lambda: C.RED + 1, lambda: C.RED.hoo]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: enum definition errors and the functional form
from enum import *
tests = ["class A(Enum):\n x = 1\n x = 2", "class A(Enum):\n mro = 1", "class A(Enum):\n _x_ = 1", "@unique\nclass A(Enum):\n a = 1\n b = 1", "class A(Enum):\n a = 1\nclass B(A):\n b = 2", "class A(int, str, Enum): pass", "class A(IntEnum):\n a = 'x'", "Enum('A', 'x y', start='q')", "Enum()", "class A(Enum):\n _ignore_ = 'z'\n z = 1\n w = 2\nprint(list(A))", "print(list(Enum('A', 'x y z')), Enum('A', {'p': 3}).p, Enum('A', [('q', 4)]).q, IntEnum('I', 'a', start=5).a)", "class A(StrEnum):\n a = 1", "@verify(CONTINUOUS)\nclass A(IntEnum):\n a = 1\n b = 3", "class A(Enum, metaclass=type): pass", "class A(Enum):\n a: int = 1\n b: int\nprint(list(A))", "@verify(NAMED_FLAGS)\nclass A(Flag):\n a = 1\n b = 6"]
for t in tests:
    try:
        exec(t)
    except Exception as e:
        print(type(e).__name__, e)

#: enum auto and generated values
from enum import *
class A(Enum):
    def _generate_next_value_(name, start, count, last): print("next", name, start, count, last); return name.lower()
    X = auto()
    Y = auto()
class B(Enum):
    p = auto(); q = 10; r = auto(); s = auto()
class S(StrEnum):
    Ab = auto(); C = "d"
print(list(A), list(B), list(S), S.Ab + "!", S("d"), f"{S.C}", str(S.Ab), S.C == "d")
try:
    class E(Enum):
        a = "x"; b = auto()
except TypeError as e:
    print(e)

#: enum missing and own constructors
from enum import Enum, IntEnum
class A(Enum):
    a = 1
    @classmethod
    def _missing_(cls, v): print("missing", v); return {2: cls.a, 3: 5}.get(v)
class P(Enum):
    EARTH = (1, 2)
    def __init__(self, m, r): self.m = m; self.r = r; print("init", m, r)
    @property
    def both(self): return self.m + self.r
class N(int, Enum):
    def __new__(cls, v, label): o = int.__new__(cls, v); o._value_ = v; o.label = label; return o
    ONE = 1, "uno"
print(A(2), P.EARTH.both, P((1, 2)), N.ONE + 1, N.ONE.label, N(1), N.ONE, repr(N.ONE), format(N.ONE), f"{N.ONE:03d}")
for v in (3, 4):
    try:
        A(v)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))

#: int enums act as numbers
from enum import IntEnum, IntFlag
class I(IntEnum):
    A = 1; B = 2
print(I.A + 1, I.A < I.B, I.A == 1, [10, 20, 30][I.A], str(I.A), repr(I.A), f"{I.A}", "%d %s %r" % (I.A, I.A, I.A), sorted([I.B, I.A]), I.A | I.B, {I.A: 1}[1], I.A.real, I.A.bit_length(), max(I), sum(I), range(I.B), int.__repr__(I.A), I.A is I(True), I.B.to_bytes(), isinstance(I.A, int), bool(I.A), hash(I.A) == hash(1))
import json, pickle, copy
print(json.dumps([I.A, {I.B: 1}]), pickle.loads(pickle.dumps(5)), copy.deepcopy(I.A) is I.A, copy.copy(I) is I)

#: flag operations
from enum import *
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(list(F), F.R | F.X, repr(F.R | F.X), F(0), repr(F(0)), ~F.R, F.R in F.RW, F.RW & F.W, F.RW ^ F.R, list(F.RW), len(F.RW), bool(F(0)), F(7), repr(F(7)), F.RW.name, (F.R | F.X).name, F(5).value, F["RW"], F.R.value, F.X.value, str(F(0)), F.__members__)
for f in [lambda: F(8), lambda: F.R | 1, lambda: 1 | F.R, lambda: F.R + 1, lambda: 1 in F.R, lambda: F["Q"], lambda: F("x"), lambda: F.R < F.W, lambda: F(-1), lambda: F(-2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: flag boundaries
from enum import *
for b in (STRICT, CONFORM, EJECT, KEEP):
    F = Flag("F", "A B", boundary=b); I = IntFlag("I", "A B", boundary=b)
    for C in (F, I):
        try:
            v = C(9); print(b, repr(v), type(v).__name__, repr(~C.A))
        except ValueError as e:
            print(b, str(e).replace("\n", "/"))
class P(IntFlag):
    A = 1; C = 4
print(repr(P.A | 2), repr(P(9)), P.A + 1, repr(~P.A), repr(P(-1)), repr(P.A | P.C), str(P.A | P.C), f"{P.A | P.C}", list(P(7)), P(2).name, repr(P(0)), type(P.A | 2).__name__)

#: enum members nonmembers and dir
from enum import *
class A(Enum):
    a = 1
    b = nonmember(5)
    @member
    def f(self): return 1
    @property
    def value2(self): return 2
    class Inner: pass
    def meth(self): return "m"
    l = lambda self: "lam"
print(list(A.__members__), A.b, type(A.Inner), A.a.l(), A.a.meth(), [n for n in dir(A) if n[0] != "_"], [n for n in dir(A.a) if n[0] != "_"], [n for n in dir(A) if n[0] == "_"][:6], A.__doc__, A.a._value_, len(A._value2member_map_), A._member_names_, A.a.__objclass__, A.a._sort_order_)
print(global_str(A.a), show_flag_values(7), property.__module__, EnumType is EnumMeta)

#: enum inside match and pickled by name
from enum import Enum
import copy
class C(Enum):
    A = 1; B = [2]
def m(x):
    match x:
        case C.A: return "a"
        case C(): return "some " + x.name
        case _: return "none"
print([m(x) for x in (C.A, C.B, 1)], C([2]) is C.B, C.B.__reduce_ex__(2)[1], copy.deepcopy(C.B) is C.B, C.A.__hash__() == hash("A"), C.A != 1, {C.A: 1}[C.A], C.A.__eq__(1), C.A.__class__.__class__.__name__)

#: get_type_hints
from typing import *
class A:
    x: "int"
    y: Optional["A"] = None
    z: Annotated[int, "meta"]
class B(A):
    w: "list[A]"
    x: str
def f(a: "A", b: "int | None" = None, *c: int) -> "Missing": pass
print(get_type_hints(A), get_type_hints(B), get_type_hints(A, include_extras=True)["z"], get_type_hints(A.__init__), sep="\n")
for g in [lambda: get_type_hints(f), lambda: get_type_hints(f, localns={"Missing": 5}), lambda: get_type_hints(5), lambda: get_type_hints(f, {"A": 1, "Missing": int}), lambda: get_type_hints(lambda x: x)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: annotations are evaluated late
import annotationlib as al
log = []
class A:
    x: log.append("x") or int
    def f(self, a: log.append("a") or str, b: Later = 1) -> A: ...
print(log, A.__annotations__, log, A.__annotations__ is A.__annotations__, "__annotate__" in dir(A), type(A.f.__annotate__).__name__)
for fmt in al.Format:
    try:
        print(fmt.name, {k: getattr(v, "__forward_arg__", v) for k, v in al.get_annotations(A.f, format=fmt).items()})
    except Exception as e:
        print(fmt.name, type(e).__name__, e)
Later = int
print(A.f.__annotations__, log)

#: forward references of annotationlib
import annotationlib as al
def f(a: Undef, b: list[Undef], c: Undef.x | int, d: "text", e: Undef[1] = 5): pass
h = al.get_annotations(f, format=al.Format.FORWARDREF)
print({k: type(v).__name__ for k, v in h.items()}, h["a"].__forward_arg__, al.get_annotations(f, format=al.Format.STRING), al.type_repr(int), al.type_repr(None), al.annotations_to_string({"a": int, "b": "x"}))
for g in [lambda: h["a"].evaluate(), lambda: h["a"].evaluate(globals={"Undef": int}), lambda: al.get_annotations(5), lambda: al.get_annotations(f, eval_str=True), lambda: al.get_annotations(f, format="x"), lambda: al.ForwardRef("a b").evaluate(), lambda: f.__annotate__(2), lambda: f.__annotate__(), lambda: f.__annotate__("a"), lambda: al.call_annotate_function(lambda fmt: {"q": fmt}, al.Format.STRING)]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: annotations set and deleted
def f(a: int): pass
print(f.__annotations__); f.__annotations__ = {"b": str}; print(f.__annotations__, f.__annotate__); del f.__annotations__; print(f.__annotations__)
f.__annotate__ = lambda fmt: {"fmt": fmt}; print(f.__annotations__)
class A: x: int
A.__annotations__["y"] = 1; print(A.__annotations__); del A.__annotations__; print(A.__annotations__)
for g in [lambda: setattr(f, "__annotations__", 5), lambda: setattr(f, "__annotate__", 5), lambda: setattr(A, "__annotate__", 5), lambda: delattr(f, "__annotate__"), lambda: int.__annotations__, lambda: object().__annotations__, lambda: setattr(int, "__annotations__", {}), lambda: setattr(f, "__annotate__", lambda fmt: 5) or f.__annotations__]:
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)

#: where annotations are kept
d = {}
exec("""
x: int
y: print('evaluated') = 3
(z): 5 = 1
q = []
q[0:0]: print('never') = [1]
if False: w: str
def f():
    a: print('local') = 1
    return a
f()
""", d)
print(sorted(k for k in d if k[0] != "_"), d["q"]); print(d["__annotate__"](1))

#: typed dict
from typing import *
class T(TypedDict):
    a: int
    b: NotRequired[str]
class U(T, total=False):
    c: Required[int]
    d: ReadOnly[list]
u = U(a=1, c=2); print(u, type(u), U.__required_keys__ == {"a", "c"}, U.__optional_keys__ == {"b", "d"}, U.__total__, U.__readonly_keys__, T.__annotations__, U.__mro__, U.__orig_bases__, is_typeddict(U), TypedDict("F", {"x y": int}).__annotations__)
for f in [lambda: isinstance({}, T), lambda: issubclass(dict, T), lambda: type("X", (T, int), {}), lambda: TypedDict("X"), lambda: TypedDict("X", 5), lambda: T(5), lambda: T().a, lambda: exec("class Z(TypedDict):\n a: int\n def f(self): pass", globals()), lambda: exec("class Z(T, int): pass", globals() | {"T": T})]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: named tuples of typing
from typing import NamedTuple
class P(NamedTuple):
    """Doc."""
    x: int
    y: str = "d"
    def both(self): return (self.x, self.y)
print(P(1), P(1).both(), P._field_defaults, P.__annotations__, P.__doc__, P.__orig_bases__ == (NamedTuple,), P.__bases__, NamedTuple("Q", [("a", int)])(5), P.__new__.__annotations__)
for src in ["class A(NamedTuple):\n x: int = 1\n y: int", "class A(NamedTuple):\n _x: int", "class A(NamedTuple, int): pass", "class A(NamedTuple):\n x: int\n def __new__(c): pass", "NamedTuple('A')", "NamedTuple('A', x=int)", "NamedTuple('A', [('x', 5.5, 1)])", "NamedTuple()", "print(NamedTuple('A', ()))"]:
    try:
        exec(src); print("fine")
    except Exception as e:
        print(type(e).__name__, e)

#: generics of typing
from typing import *
T = TypeVar("T"); K = TypeVar("K", bound=int)
class G(Generic[T, K]):
    def __init__(self, v): self.v = v
class H(G[str, K]): pass
print(G[int, bool], G.__parameters__, H.__parameters__, H[bool], G[T, bool][str], G[int, bool](3).__orig_class__, get_origin(G[int, bool]), get_args(G[int, bool]), H.__orig_bases__, H.__mro__[1], List[int], Dict[str, T][int], Union[int, str, int], Optional[int], Callable[[int], str], Tuple[int, ...], Literal[1, "a"], list[T][int], int | None, Union[int] is int, Type[int], Any, ClassVar[int])
for f in [lambda: G[int], lambda: G[int, bool, str], lambda: G[()], lambda: H[int][str], lambda: List[int, str], lambda: Union[()], lambda: Optional[1], lambda: Generic[int], lambda: Generic[T, T], lambda: TypeVar("X", int), lambda: TypeVar("X", bound=int, covariant=True, contravariant=True), lambda: isinstance(1, List[int]), lambda: List[int]([1]), lambda: Union(), lambda: Any(), lambda: type("S", (Union,), {}), lambda: Callable[int], lambda: Literal[[], []].__args__, lambda: ClassVar[int, str], lambda: isinstance([], list[int]), lambda: int | "a", lambda: G[int, str].nope]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: type parameter syntax
class A[T: int = bool, *Ts, **P]:
    def f[U: (int, str)](self, x: U) -> T: ...
def g[T](x: T) -> list[T]: return [x]
type L[T] = list[T] | Later
T = A.__type_params__[0]
print(A.__type_params__, A.f.__type_params__, A.__orig_bases__, A.__parameters__, T.__bound__, T.__default__, T.has_default(), A.f.__type_params__[0].__constraints__, g.__type_params__, g(1), g.__annotations__, L, L.__type_params__, L[int], type(L).__name__, L.__name__, A[int], T.__infer_variance__, A.__mro__)
for f in [lambda: L.__value__, lambda: L[int].__value__, lambda: isinstance(1, L), lambda: L(), lambda: setattr(L, "__value__", 1), lambda: g[int], lambda: type("B", (T,), {})]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: type parameter syntax errors and laziness
for src in ["class A[T, T]: pass", "def f[T: (yield)](): pass", "type X[*T: int] = 1", "class A[T = int, U]: pass", "type T = (x := 1)", "class A[**P, *]: pass", "def f[](): pass", "type = 5; print(type)", "class A[T](Generic[T]): pass", "def f[T]():\n nonlocal T", "class A[__T]: pass\nprint(A.__type_params__)", "type A = A | None; print(A.__value__)", "def f[T: print('bound')](): pass\nprint('defined'); f.__type_params__[0].__bound__", "type B = 1 / 0; print('ok'); B.__value__", "lambda[T]: 1", "class A[T]:\n T = 5\n x = T\nprint(A.x, A.T)"]:
    try:
        exec(compile(src, "s", "exec"))
    except Exception as e:
        print(src, "|", type(e).__name__, getattr(e, "msg", e))

#: protocols and runtime checks
from typing import *
@runtime_checkable
class P(Protocol):
    x: int
    def m(self): ...
class Q(Protocol):
    def m(self): ...
class C:
    x = 1
    def m(self): ...
print(isinstance(C(), P), isinstance(5, P), is_protocol(P), get_protocol_members(P) == {"x", "m"}, P.__abstractmethods__, P._is_protocol)
for f in [lambda: P(), lambda: isinstance(1, Q), lambda: issubclass(C, P), lambda: type("Z", (C, Protocol), {}), lambda: runtime_checkable(C), lambda: get_protocol_members(C), lambda: cast(5, "a"), lambda: assert_type(1, str), lambda: assert_never(1), lambda: NewType("N", int)(5), lambda: NewType("N", int), lambda: type("S", (NewType("N", int),), {}), lambda: no_type_check(C) is C, lambda: overload(len)(), lambda: final(C).__final__, lambda: override(C.m).__override__]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: union and generic alias objects
import types, typing
u = int | str | None
print(u, type(u), u.__args__, u == str | None | int, hash(u) == hash(None | str | int), isinstance(1, u), issubclass(bool, u), int | int, u.__origin__, typing.Union[int, str] == int | str, (list[int] | None).__args__, typing.get_origin(u), int | list["X"])
a = dict[str, list[int]]
print(a, type(a), a.__origin__, a.__args__, a.__parameters__, a == dict[str, list[int]], a(), a.fromkeys("a"), tuple[()], tuple[int, ...], type[int], *tuple[int, str], list[int].__class__, isinstance(list[int], type), list[int].__mro_entries__(()), a.__unpacked__)
for f in [lambda: int | 5, lambda: isinstance(1, int | list[int]), lambda: int[str], lambda: list[int][str], lambda: a.x, lambda: setattr(a, "x", 1), lambda: u[int], lambda: u(), lambda: isinstance(1, (int, "a")), lambda: issubclass(1, int), lambda: issubclass(list[int], list), lambda: types.GenericAlias(), lambda: type("L", (list[int],), {}), lambda: types.new_class("L", (list[int],)).__orig_bases__]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
