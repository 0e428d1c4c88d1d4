#: instantiation of an abstract class names the missing methods
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def one(self): pass
class B(A):
    @abstractmethod
    def two(self): pass
    @property
    @abstractmethod
    def three(self): pass
for c in (A, B, type("C", (B,), {"two": 1, "three": 2}), type("D", (A,), {"one": None})):
    try: print(type(c()).__name__)
    except TypeError as e: print(e, sorted(c.__abstractmethods__))

#: register makes a virtual subclass without its methods
from abc import ABC
class Shape(ABC):
    def area(self): return 0
@Shape.register
class Square: pass
s = Square()
print(isinstance(s, Shape), issubclass(Square, Shape), Shape in Square.__mro__, hasattr(s, "area"), Shape.__subclasses__(), Square.__name__)
class Sub(Square): pass
print(issubclass(Sub, Shape), isinstance(3, Shape))
Shape.register(int)
print(isinstance(True, Shape))

#: register refuses cycles and things that are not classes
from abc import ABC, ABCMeta
class A(ABC): pass
class B(A): pass
for f in (lambda: B.register(A), lambda: A.register(B), lambda: A.register(A), lambda: A.register(3), lambda: ABCMeta.register(A), lambda: ABCMeta.register(int, int), lambda: A.register()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: register after a negative check forgets the cached answer
from abc import ABC, get_cache_token
class A(ABC): pass
class B(A): pass
class C: pass
print(issubclass(C, A), isinstance(C(), A), issubclass(C, B))
t = get_cache_token()
B.register(C)
print(issubclass(C, A), isinstance(C(), A), get_cache_token() - t)
B.register(C)
print(get_cache_token() - t)

#: subclasshook answers and caches
from abc import ABC
class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        print("hook", cls.__name__, C.__name__)
        return any("quack" in vars(B) for B in C.__mro__) or NotImplemented
class Duck: quack = 1
class Dog: pass
for i in range(2): print(isinstance(Duck(), Quacks), issubclass(Dog, Quacks))
Dog.quack = 2
print(issubclass(Dog, Quacks))
class Loud(Quacks): pass
print(issubclass(Duck, Loud))

#: subclasshook that returns something wrong
from abc import ABC
for value in (5, None, "yes", True, False):
    class A(ABC):
        @classmethod
        def __subclasshook__(cls, C): return value
    try: print(value, issubclass(int, A), issubclass(A, A))
    except AssertionError as e: print(value, "AssertionError", e)

#: abstract methods changed after the class is made
from abc import ABC, abstractmethod, update_abstractmethods
class A(ABC):
    @abstractmethod
    def m(self): pass
class B(A): pass
B.m = lambda self: 1
try: B()
except TypeError as e: print(e)
print(update_abstractmethods(B) is B, B().m(), B.__abstractmethods__)
B.__abstractmethods__ = {"x", "y"}
try: B()
except TypeError as e: print(e)
print(bool(B.__flags__ & (1 << 20)), update_abstractmethods(int) is int)

#: abstract methods without the metaclass have no effect
from abc import abstractmethod
class A:
    @abstractmethod
    def m(self): pass
print(type(A()).__name__, A.m.__isabstractmethod__, hasattr(A, "__abstractmethods__"))
class P:
    @property
    @abstractmethod
    def p(self): pass
print(vars(P)["p"].__isabstractmethod__, classmethod(A.m).__isabstractmethod__, staticmethod(len).__isabstractmethod__)
class Weird:
    @property
    def __isabstractmethod__(self): raise ValueError("odd")
try: property(Weird()).__isabstractmethod__
except ValueError as e: print(e)

#: abstract classmethods staticmethods and setters
from abc import ABC, abstractmethod
class A(ABC):
    @classmethod
    @abstractmethod
    def c(cls): return "c of " + cls.__name__
    @staticmethod
    @abstractmethod
    def s(): return "s"
    @property
    def p(self): return 1
    @p.setter
    @abstractmethod
    def p(self, v): pass
print(sorted(A.__abstractmethods__), A.c(), A.s())
try: A()
except TypeError as e: print(e)

#: object layout errors come before abstract ones
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def m(self): pass
    def __new__(cls, *a):
        print("new", a)
        return super().__new__(cls)
class L(list, ABC):
    @abstractmethod
    def m(self): pass
for f in (lambda: A(1), lambda: L([1]), lambda: object.__new__(A, 1)):
    try: print(f())
    except TypeError as e: print(e)

#: isinstance and issubclass with wrong second arguments
class NoBases: __bases__ = 5
class Loop:
    def __instancecheck__(self, o): print("asked"); return "truthy"
    def __subclasscheck__(self, c): return []
for f in (lambda: isinstance(1, 3), lambda: issubclass(int, "a"), lambda: issubclass(3, int), lambda: isinstance(1, (str, (3,))), lambda: isinstance(1, (int, 3)),
        lambda: isinstance(1, list[int]), lambda: issubclass(int, list[int]), lambda: isinstance(1, int | list[int]), lambda: isinstance(1), lambda: isinstance(1, NoBases()), lambda: isinstance(1, Loop()), lambda: issubclass(1, Loop()), lambda: isinstance(1, ()), lambda: isinstance(None, int | None), lambda: issubclass(int, None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: instancecheck is not asked for exact types
class Meta(type):
    def __instancecheck__(cls, o): print("check", type(o).__name__); return False
    def __subclasscheck__(cls, c): print("sub", c.__name__); return True
class A(metaclass=Meta): pass
class B(A): pass
print(isinstance(A(), A), isinstance(B(), A), issubclass(A, A), issubclass(int, (str, A)))
try: raise B("x")
except Exception as e: print(type(e).__name__, e)

#: except clause does not use virtual subclasses
from abc import ABCMeta
class E(Exception, metaclass=ABCMeta): pass
class F(Exception): pass
E.register(F)
print(issubclass(F, E))
try:
    try: raise F("f")
    except E: print("caught by E")
except F as e: print("not caught by E", e)

#: class of an object that lies
class Liar:
    @property
    def __class__(self): return int
class Odd:
    __class__ = 5
l = Liar()
print(isinstance(l, int), isinstance(l, Liar), type(l).__name__, issubclass(type(l), int), l.__class__.__name__)
print(isinstance(Odd(), int), Odd().__class__)
from collections.abc import Hashable
from numbers import Number
print(isinstance(l, Number))
try: print(isinstance(Odd(), Hashable))
except TypeError as e: print(e)

#: protocol that is not checkable at run time
from typing import Protocol, runtime_checkable
class P(Protocol):
    def m(self): ...
@runtime_checkable
class Q(Protocol):
    x: int
class Has: x = 1
for f in (lambda: isinstance(1, P), lambda: issubclass(int, P), lambda: issubclass(Has, Q), lambda: isinstance(Has(), Q), lambda: isinstance(1, Q), lambda: P(), lambda: issubclass(3, P), lambda: runtime_checkable(int)):
    try: print(f())
    except TypeError as e: print(e)

#: data members of checkable protocols
from typing import Protocol, runtime_checkable
@runtime_checkable
class Named(Protocol):
    name: str
class A:
    def __init__(self): self.name = "a"
class B: name = None
class C:
    @property
    def name(self): raise RuntimeError("no")
class D:
    def __getattr__(self, k): return k
print([isinstance(o, Named) for o in (A(), B(), C(), D(), A, B, 3)])

#: methods of checkable protocols set to none
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class A:
    def close(self, extra): return extra
class B(A): close = None
class C: close = 5
import io
print([isinstance(o, Closer) for o in (A(), B(), C(), io.StringIO(), 3)], [issubclass(o, Closer) for o in (A, B, C, io.StringIO)])
b = A(); b.close = None
print(isinstance(b, Closer))

#: members of a protocol and inheritance rules
from typing import Protocol, get_protocol_members, is_protocol
class P(Protocol):
    a: int
    def b(self): ...
    c = 3
class Q(P, Protocol):
    d: str
class R(P): pass
print(sorted(get_protocol_members(P)), sorted(get_protocol_members(Q)), is_protocol(Q), is_protocol(R), is_protocol(int))
print(type(R()).__name__, R().c)
for f in (lambda: get_protocol_members(R), lambda: type(P)("X", (R, Protocol), {}), lambda: type(P)("Y", (int, Protocol), {})):
    try: f()
    except TypeError as e: print(e)

#: protocols ignore init and can be generic
from typing import Protocol, runtime_checkable
@runtime_checkable
class Box[T](Protocol):
    def get(self) -> T: ...
class A:
    def get(self): return 1
class B(Box[int]):
    def __init__(self): self.v = 1
print(isinstance(A(), Box), Box[int], B().get(), B().v, Box.__parameters__)
try: isinstance(A(), Box[int])
except TypeError as e: print(e)
try: Box[int]()
except TypeError as e: print(e)

#: hooks of collections abc one by one
from collections import abc
methods = dict(Hashable="__hash__", Iterable="__iter__", Sized="__len__", Container="__contains__", Callable="__call__", Awaitable="__await__", AsyncIterable="__aiter__", Buffer="__buffer__")
for name, m in methods.items():
    cls = getattr(abc, name)
    yes, no = type("Y", (), {m: lambda self: 1}), type("N", (), {m: None})
    print(name, issubclass(yes, cls), issubclass(no, cls), issubclass(object, cls), sorted(cls.__abstractmethods__))

#: hooks of collections abc that need several methods
from collections import abc
f = lambda self, *a: iter(())
def make(*names): return type("X", (), dict.fromkeys(names, f))
print(issubclass(make("__iter__", "__next__"), abc.Iterator), issubclass(make("__next__"), abc.Iterator))
print(issubclass(make("__iter__", "__len__", "__contains__"), abc.Collection), issubclass(make("__len__", "__getitem__"), abc.Sequence))
print(issubclass(make("__reversed__", "__iter__"), abc.Reversible), issubclass(make("send", "throw", "close", "__iter__", "__next__"), abc.Generator), issubclass(make("send", "throw", "close", "__await__"), abc.Coroutine))
print([c.__name__ for c in (abc.Sequence, abc.MutableSequence, abc.Set, abc.Mapping, abc.MutableMapping) for t in (list, tuple, str, dict, set, range, bytearray, frozenset) if issubclass(t, c)])

#: mixin methods of a sequence
from collections.abc import Sequence
class Three(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        print("get", i)
        if not -3 <= i < 3: raise IndexError(i)
        return "abc"[i]
t = Three()
print(list(reversed(t)), "b" in t, t.index("c"), t.count("a"))
try: t.index("z")
except ValueError as e: print(repr(e))
class Broken(Sequence): pass
try: Broken()
except TypeError as e: print(e)

#: mixin methods of a mutable mapping
from collections.abc import MutableMapping
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): print("set", k, v); self.d[k] = v
    def __delitem__(self, k): print("del", k); del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
m.update([("a", 1)], b=2); m.setdefault("c"); m.pop("a")
print(m.popitem(), dict(m), m == {"c": None}, sorted(m.keys()), m.pop("zz", 9))
m.clear(); m.pop("q")

#: mixin operations of a set
from collections.abc import Set
class L(Set):
    def __init__(self, it=()): self.e = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.e
    def __iter__(self): return iter(self.e)
    def __len__(self): return len(self.e)
    def __repr__(self): return f"L({self.e})"
a, b = L("abc"), L("cd")
print(a & b, a | b, a - b, a ^ b, a <= b, a == {"a", "b", "c"}, a.isdisjoint("xy"), {"a"} < a, a & [1, "a"])
print(a._hash() == hash(frozenset("abc")))
try: hash(a)
except TypeError as e: print(e)

#: numbers tower and its registered types
import numbers, fractions, decimal
tower = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
for t in (bool, int, float, complex, fractions.Fraction, decimal.Decimal, str):
    print(t.__name__, [issubclass(t, n) for n in tower])
try: numbers.Complex()
except TypeError as e: print(e)
print(sorted(numbers.Rational.__abstractmethods__)[-4:])

#: callable with arguments as generic alias
from collections.abc import Callable, Mapping
print(Callable[[int, str], bool], Callable[..., None].__args__, Callable[[], int].__parameters__, Mapping[str, int])
for f in (lambda: Callable[int], lambda: Callable[int, str], lambda: Callable[[int], str, bool], lambda: isinstance(len, Callable[[int], int])):
    try: print(f())
    except TypeError as e: print(e)
print(isinstance(len, Callable), Callable[[int], str] == Callable[[int], str])

#: supports protocols of typing
import typing
from fractions import Fraction
names = ("SupportsInt", "SupportsFloat", "SupportsComplex", "SupportsBytes", "SupportsIndex", "SupportsAbs", "SupportsRound")
for n in names:
    p = getattr(typing, n)
    print(n, [isinstance(v, p) for v in (1, 1.5, 1j, "s", b"b", Fraction(1, 2), None)], typing.get_protocol_members(p) == frozenset(p.__abstractmethods__))

#: subclasscheck asked for each entry of a tuple and union
class Meta(type):
    def __subclasscheck__(cls, c): print(cls.__name__, "?", c.__name__); return cls.__name__ == "B"
    def __instancecheck__(cls, o): print(cls.__name__, "!", o); return cls.__name__ == "B"
A, B, C = (Meta(n, (), {}) for n in "ABC")
print(issubclass(int, (A, (B, C))), isinstance(5, (A, B, C)))
print(issubclass(int, A | C | B), isinstance(5, C | B | A))
