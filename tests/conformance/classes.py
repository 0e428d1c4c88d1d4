#: order of metaclass hooks during a class statement
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, bases, kw); return {"seed": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", [k for k in ns if not k.startswith("__")], kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", cls.__name__, kw); super().__init__(name, bases, ns)
    def __call__(cls, *args): print("call", args); return super().__call__(*args)
class C(metaclass=Meta, opt=3):
    x = seed + 1
    def __init__(self, v): print("instance", v)
print(C.x, type(C(4)).__name__)

#: prepare that returns something else than a mapping
class Meta(type):
    @classmethod
    def __prepare__(mcs, *a): return 5
try:
    class C(metaclass=Meta): pass
except TypeError as e: print(e)
class Fn:
    def __prepare__(name, bases): return [1]
try:
    class D(metaclass=Fn): pass
except TypeError as e: print(e)

#: namespace of prepare that counts assignments
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("set", k, v)
        super().__setitem__(k, v)
    def __missing__(self, k):
        if k.startswith("_") or k in ("print", "range"): raise KeyError(k)
        return k + "?"
class Meta(type):
    __prepare__ = classmethod(lambda *a, **k: Log())
class C(metaclass=Meta):
    a = b
    a, c = range(2)
    del c
print(type(C.__dict__).__name__, C.a, hasattr(C, "c"))

#: new of a metaclass that returns another object skips init
class Meta(type):
    def __new__(mcs, name, bases, ns):
        return name * 2
    def __init__(cls, *args): print("not reached")
class C(metaclass=Meta): pass
print(C)
def make(name, bases, ns): return sorted(k for k in ns if not k.startswith("__firstl") and not k.startswith("__static"))
class D(metaclass=make): y = 1
print(D)

#: init subclass with keywords and its errors
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print(cls.__name__, tag)
class A(Base, tag="a"): pass
class B(A): pass
for src in ("class C(Base, tagg='x'): pass", "class D(tag=1): pass", "class E(metaclass=type, a=1): pass", "type('F', (), {}, b=2)"):
    try: exec(src)
    except TypeError as e: print(src, "->", e)
print(type("G", (Base,), {}, tag="dyn").__name__)

#: init subclass is an implicit class method and runs after set name
class Field:
    def __set_name__(self, owner, name): print("set_name", name)
class Base:
    def __init_subclass__(cls): print("init_subclass", cls.__name__)
class C(Base):
    f = Field()
print(type(Base.__dict__["__init_subclass__"]).__name__, type(vars(object)["__init_subclass__"]).__name__)
try: Base.__init_subclass__(1)
except TypeError as e: print(e)

#: class getitem and its absence
class A:
    def __class_getitem__(cls, item): return cls.__name__, item
class B(A): pass
class C: pass
class Meta(type):
    def __getitem__(cls, item): return "meta", item
class D(A, metaclass=Meta): pass
print(A[int], B[1, 2], D["x"], type(A.__dict__["__class_getitem__"]).__name__)
for f in (lambda: C[int], lambda: A()[0], lambda: C()[0], lambda: int[3]):
    try: print(f())
    except TypeError as e: print(e)

#: bases are replaced
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class C(A): pass
c = C()
print(c.who(), [k.__name__ for k in A.__subclasses__()])
C.__bases__ = (B,)
print(c.who(), C.__mro__ == (C, B, object), C.__base__.__name__, A.__subclasses__(), [k.__name__ for k in B.__subclasses__()])
for bad in ((), (C,), (int,), [A], (3,), (A, A), (A, object, B)):
    try: C.__bases__ = bad; print("set", len(bad))
    except TypeError as e: print(e)
try: del C.__bases__
except TypeError as e: print(e)

#: no consistent method resolution order
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
for bases in ((A, B), (X, A), (object, X), (X, X), (A, Y, X)):
    try: type("Z", bases, {})
    except TypeError as e: print(" / ".join(str(e).splitlines()))

#: bases that cannot be subclassed
import types
for b in (bool, type(None), type(...), types.FunctionType, types.GeneratorType, range, slice, type(len), type(NotImplemented), types.CodeType, types.MappingProxyType):
    try: type("Z", (b,), {}); print(b.__name__, "can")
    except TypeError as e: print(e)

#: layout conflicts between bases
class S: __slots__ = ("a",)
class T: __slots__ = ("b",)
class U: __slots__ = ()
for bases in ((int, str), (S, T), (S, U), (S, int), (list, dict), (int, U), (Exception, OSError), (OSError, ImportError), (type, int)):
    try: print([b.__name__ for b in type("Z", bases, {}).__mro__])
    except TypeError as e: print([b.__name__ for b in bases], e)

#: metaclass conflict and choice of the most derived one
class M1(type): pass
class M2(type): pass
class M3(M1, M2): pass
A, B, C = M1("A", (), {}), M2("B", (), {}), M3("C", (), {})
try:
    class D(A, B): pass
except TypeError as e: print(e)
class E(A, B, metaclass=M3): pass
class F(A, C): pass
print(type(E).__name__, type(F).__name__, type(type("G", (C,), {})).__name__)

#: type called with wrong arguments
calls = ["type()", "type(1, 2)", "type(1, (), {})", "type('a', 1, {})", "type('a', (), 1)", "type('a', (), {}, 4)", "type('a', (1,), {})",
    "type('a\\0b', (), {})", "type('a', (), {1: 2}).__dict__[1]", "type('', (), {}).__name__", "type('a', (), {'__slots__': 3})",
    "type('a', [object], {})", "type.__new__(type)", "type.__new__(int, 'a', (), {})", "type(name='a', bases=(), dict={})",
    "type.__call__(3)", "type.__init__(int, 1)", "type('a', (), {'__qualname__': 3})", "type('a', (), {'__doc__': 5}).__doc__"]
for c in calls:
    try: print(c, "=", eval(c))
    except Exception as e: print(c, type(e).__name__, e)

#: errors of slots declarations
cases = ["__slots__ = 'a b'", "__slots__ = ('a', 3)", "__slots__ = ('__dict__', '__dict__')", "__slots__ = ('__weakref__', '__weakref__')",
    "__slots__ = ('a',); a = 1", "__slots__ = 5", "__slots__ = ('1a',)", "__slots__ = ('',)", "__slots__ = ('__class__',)", "__slots__ = ('__qualname__',)", "__slots__ = {'a': 'doc of a'}", "__slots__ = iter(['z'])"]
for src in cases:
    try: exec("class C:\n    " + src); print(src, C.__slots__ if isinstance(C.__slots__, (str, tuple, dict)) else "other")
    except Exception as e: print(src, type(e).__name__, e)
try:
    class I(int): __slots__ = ("a",)
except TypeError as e: print(e)
try:
    class T(tuple): __slots__ = ("a",)
except TypeError as e: print(e)

#: slots names are mangled and documented by a dict
import inspect
class C:
    __slots__ = {"__hidden": "secret", "open": "public"}
    def __init__(self): self.__hidden = 1
c = C()
print(c._C__hidden, sorted(k for k in C.__dict__ if "hidden" in k or k == "open"), inspect.getdoc(C.open))
try: c.__hidden
except AttributeError as e: print(e)

#: class cell is filled by type new
class Meta(type):
    def __new__(mcs, name, bases, ns):
        print("__classcell__" in ns, type(ns.get("__classcell__")).__name__)
        return super().__new__(mcs, name, bases, ns)
class C(metaclass=Meta):
    def me(self): return __class__
class D(metaclass=Meta):
    def me(self): return 1
print(C().me() is C, "__classcell__" in C.__dict__, C.me.__closure__[0].cell_contents is C, D.me.__closure__)

#: class cell that is dropped or wrong
class Drop(type):
    def __new__(mcs, name, bases, ns):
        ns.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, ns)
class Other(type):
    def __new__(mcs, name, bases, ns): return super().__new__(mcs, name, bases, ns) and type("Else", (), {})
for m in (Drop, Other):
    try:
        class C(metaclass=m):
            def me(self): return __class__
        print(C, C.me)
    except Exception as e: print(type(e).__name__, e)
type("T", (), {"__classcell__": 3})

#: mro entries of bases that are not classes
class Gen:
    def __init__(self, *cls): self.cls = cls
    def __mro_entries__(self, bases): print("bases", len(bases)); return self.cls
class A: pass
class C(A, Gen(int)): pass
class D(Gen()): pass
print(C.__mro__ == (C, A, int, object), len(C.__orig_bases__), D.__bases__)
class Bad:
    def __mro_entries__(self, bases): return [A]
for f in (lambda: type("X", (Gen(A),), {}), lambda: exec("class X(Bad()): pass", globals()), lambda: exec("class X(3): pass"), lambda: exec("class X('a', A): pass", globals())):
    try: f()
    except TypeError as e: print(e)

#: mro method of a metaclass with wrong results
class A: pass
for result in (lambda c: [c], lambda c: [c, 3], lambda c: 5, lambda c: [], lambda c: [c, int, object], lambda c: (c, A, object), lambda c: 1 / 0):
    class Meta(type):
        def mro(cls): return result(cls)
    try: print(Meta("W", (), {}).__mro__[-1].__name__)
    except Exception as e: print(type(e).__name__, e)

#: decorators of a class run from the bottom
def deco(n):
    print("make", n)
    def inner(cls): print("apply", n, cls); return n
    return inner
@deco(1)
@deco(2)
@(lambda c: c.__name__)
class C: print("body", __qualname__, __module__)
print(C)

#: private names are mangled in a class body
class _Outer:
    __x = 1
    def get(self): return self.__x, self.__dict__
    def __m(self, __arg): __loc = __arg; return sorted(locals())
    class __In: __y = 2
o = _Outer()
o.__z = 3
print(o.get(), o._Outer__m(5), [k for k in vars(_Outer) if k.startswith("_Outer")], vars(_Outer._Outer__In).keys() & {"_In__y", "_Outer__y"})

#: names in a class body do not reach nested functions
x = "global"
class C:
    x = "class"
    y = [x for _ in range(1)]
    z = list(x for _ in range(1))
    w = (lambda: x)()
    v = [a for a in x[:2]]
    def f(self, d=x): return x, d
print(C.y, C.z, C.w, C.v, C().f())

#: attributes that a class body creates
class C:
    "about C"
    def f(self): self.a = 1; self.b = 2
    x: int = 3
print(sorted(k for k in vars(C)))
print(C.__doc__, C.__static_attributes__ == ("a", "b") or set(C.__static_attributes__) == {"a", "b"}, C.__firstlineno__, C.__annotations__, C.__module__)
C.__doc__ = 5; print(C.__doc__)
try: del C.__doc__
except TypeError as e: print(e)

#: name qualname and module of a class are set
class C:
    class D: pass
print(C.D.__qualname__, repr(C.D))
C.D.__qualname__ = "Q.R"; C.D.__module__ = "elsewhere"; C.D.__name__ = "N"
print(repr(C.D), C.D.__name__, C.D)
for name, v in (("__name__", 3), ("__name__", "a\0b"), ("__qualname__", None), ("__module__", 5), ("__abstractmethods__", 1)):
    try: setattr(C.D, name, v); print(name, "set", repr(C.D))
    except Exception as e: print(type(e).__name__, e)
for name in ("__name__", "__qualname__", "__mro__", "__abstractmethods__"):
    try: delattr(C, name)
    except Exception as e: print(type(e).__name__, e)

#: generic classes of the new syntax
class Box[T, *Ts, **P]:
    def get[U](self, u: U) -> T: ...
    item: T
print(Box.__type_params__, Box.__orig_bases__, [b.__name__ for b in Box.__mro__])
print(Box.get.__type_params__, Box.__annotations__, Box[int, str, [int]])
for f in (lambda: Box[int], lambda: Box[()], lambda: Box[int, int]):
    try: print(f())
    except TypeError as e: print(e)

#: new and init of object with surplus arguments
class A: pass
class B:
    def __new__(cls, *a): return super().__new__(cls)
class C:
    def __init__(self, *a): pass
class D:
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): super().__init__(*a)
class E:
    def __init__(self): return 3
for f in (lambda: A(1), lambda: B(1), lambda: C(1), lambda: D(1), lambda: E(), lambda: object(1), lambda: object.__new__(), lambda: object.__new__(3), lambda: object.__new__(int), lambda: int.__new__(str), lambda: A(x=1), lambda: object.__init__(A(), 1)):
    try: print(type(f()).__name__)
    except TypeError as e: print(e)

#: new that returns an instance of a subclass calls init of that class
class A:
    def __new__(cls, k=None): return object.__new__(B if k == "b" else cls) if k != "int" else 5
    def __init__(self, k=None): print("A.init", k)
class B(A):
    def __init__(self, k=None): print("B.init", k)
print(type(A("b")).__name__, type(A("a")).__name__, A("int"))

#: eq without hash and hash set by hand
class A:
    def __eq__(self, o): return True
class B(A): __hash__ = lambda self: 7
class C(A): __hash__ = object.__hash__
for c in (A, B, C):
    try: print(c.__hash__ is None, len({c(), c()}))
    except TypeError as e: print(e)
class H:
    def __hash__(self): return "x"
class I:
    def __hash__(self): return 2**70
try: hash(H())
except TypeError as e: print(e)
print(type(hash(I())).__name__)

#: subclasses are listed until they die
import gc
class Base: pass
class A(Base): pass
class B(A, Base): pass
print([c.__name__ for c in Base.__subclasses__()], [c.__name__ for c in A.__subclasses__()])
del B; gc.collect()
print([c.__name__ for c in A.__subclasses__()])
try: type.__subclasses__(3)
except TypeError as e: print(e)

#: alternative constructors respect new and init of a subclass
import enum
class I(int):
    def __new__(cls, *a): print("new", a); return super().__new__(cls, *a)
    def __init__(self, *a): print("init", a)
print(type(I.from_bytes(b"\3", "big")).__name__)
class E(enum.IntEnum): X = 3
print(repr(E.from_bytes(b"\3", "big")))
class F(float):
    def __new__(cls, *a): print("new F", a); return super().__new__(cls, *a)
print(type(F.fromhex("0x1p1")).__name__)
class D(dict):
    def __new__(cls, *a): print("new D", a); return super().__new__(cls)
    def __setitem__(self, k, v): print("set", k); super().__setitem__(k, v)
print(type(D.fromkeys("ab", 1)).__name__, type(I(3) + I(4)).__name__)

#: file and source of classes that cannot be found
import inspect
class Meta(type):
    def __getattribute__(cls, name):
        if name == "__module__": raise AttributeError(name)
        return super().__getattribute__(name)
class C(metaclass=Meta): pass
class D: pass
D.__module__ = "zz_nowhere"
for o in (C, D, int, len, 5, None):
    try: print(inspect.getfile(o))
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])
