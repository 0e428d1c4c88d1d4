#: lookup order of data descriptor, instance dict and non-data descriptor
class Data:
    def __get__(self, obj, cls): return "data"
    def __set__(self, obj, value): raise AttributeError("no")
class NonData:
    def __get__(self, obj, cls): return "non-data"
class C:
    a = Data()
    b = NonData()
    c = "class"
o = C()
o.__dict__.update(a="dict a", b="dict b", c="dict c", d="dict d")
print(o.a, o.b, o.c, o.d, C.a, C.b)
del o.b, o.c
print(o.b, o.c)

#: descriptor class that gains get and set after a hot loop of reads
class D: pass
class A: x = D()
o = A()
o.__dict__["x"] = 5
def read(): return o.x
for i in range(200): read()
D.__get__ = lambda self, obj, cls: "got"
print(read())
D.__set__ = lambda self, obj, value: print("set", value)
print(read())
del D.__set__
print(read())

#: descriptor class that gains set after a hot loop of stores
class D: pass
class A: x = D()
o = A()
def store(v): o.x = v
for i in range(200): store(i)
D.__set__ = lambda self, obj, value: print("set", value)
store(9)
print(o.__dict__)
del D.__set__
store(10)
print(o.__dict__)

#: metaclass attribute whose class gains get and set after a hot loop
class D: pass
class Meta(type): a = D()
class C(metaclass=Meta): a = "own"
def read(): return C.a
for i in range(200): read()
print(read())
D.__get__ = lambda self, obj, cls: "from meta"
print(read())
D.__set__ = lambda self, obj, value: None
print(read())

#: metaclass mro that leaves out a base sees later changes of the listed class
class Base: value = 1
class Meta(type):
    def mro(cls): return [cls, Base, object]
class W(metaclass=Meta): pass
def read(): return W.value, W().value
for i in range(100): read()
print(read())
Base.value = 2
print(read())
Base.extra = "new"
print(W.extra, W.__mro__ == (W, Base, object))

#: calls of getattribute and getattr in order
class C:
    y = 1
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("q"): raise AttributeError("no " + name)
        return name.upper()
c = C()
print(c.y, c.zed, getattr(c, "quiet", "default"), hasattr(c, "queer"))
c.quick

#: attribute error raised inside a property falls to getattr
class C:
    @property
    def p(self): return self.missing
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(f"really no {name}", name=name, obj=self)
try: C().p
except AttributeError as e: print(e, e.name, type(e.obj).__name__, e.__context__)

#: special methods are looked up on the class and not on the instance
class C:
    def __getattribute__(self, name):
        print("asked", name)
        return object.__getattribute__(self, name)
c = C()
c.__len__ = lambda: 5
try: print(len(c))
except TypeError as e: print(e)
C.__len__ = lambda self: 3
print(len(c), c.__len__())

#: slots make member descriptors with messages
class P:
    __slots__ = ("x", "y")
p = P()
for step in ("p.x", "p.z = 1", "del p.x", "p.__dict__", "P.x.__get__(3, int)", "P.x.__set__(3, 1)"):
    try: exec(step); print(step, "done")
    except Exception as e: print(step, type(e).__name__, e)
p.x = 4
print(p.x, type(P.x).__name__, P.x.__name__, P.x.__objclass__ is P, repr(P.x))

#: slots of a subclass with dict and weakref
import weakref
class A: __slots__ = ("a",)
class B(A): pass
class C(A): __slots__ = ("c", "__weakref__")
b = B(); b.a = 1; b.other = 2
print(b.__dict__, hasattr(A(), "__dict__"), A.__dict__["__slots__"])
print(weakref.ref(b)() is b)
try: weakref.ref(A())
except TypeError as e: print(e)
c = C(); print(weakref.ref(c)() is c)

#: slot that shadows a slot of the base
class A: __slots__ = ("v",)
class B(A): __slots__ = ("v",)
b = B()
b.v = "new"
A.v.__set__(b, "old")
print(b.v, A.v.__get__(b))
del b.v
try: b.v
except AttributeError as e: print(e)
print(A.v.__get__(b))

#: set_name is called in order of definition with owner and name
class D:
    def __set_name__(self, owner, name):
        print(owner.__name__, name, name in owner.__dict__)
class C:
    b = D()
    a = D()
    c = a
C.late = D()
print(sorted(k for k in C.__dict__ if len(k) == 1))

#: set_name that raises carries a note
class D:
    def __set_name__(self, owner, name): raise ValueError("bad name")
try:
    class C: field = D()
except Exception as e:
    print(type(e).__name__, e, e.__notes__, e.__cause__)

#: super without arguments in odd places
class A:
    def m(self): return "A.m"
class B(A):
    def m(self): return [super().m() for _ in range(2)]
    def no_arg(): return super()
    def deleted(self):
        del self
        return super()
    f = lambda self: super().m()
print(B().m(), B().f())
for f in (B.no_arg, lambda: B().deleted()):
    try: f()
    except RuntimeError as e: print(e)

#: super object attributes and errors
class A: x = 1
class B(A): x = 2
b = B()
s = super(B, b)
print(s.x, s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is b)
for f in (lambda: super(B, 3), lambda: super(3), lambda: s.nope, lambda: super(), lambda: super(B, A)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(super(B, B).x, super(B).__self__)

#: setting an attribute through super
class A:
    def __setattr__(self, k, v):
        print("A sets", k)
        super().__setattr__(k, v)
class B(A):
    def __setattr__(self, k, v):
        print("B sets", k)
        super().__setattr__(k, v * 2)
b = B()
b.x = 4
print(vars(b))
super(A, b).__setattr__("y", 1)
super(B, b).z = 1

#: property without setter or deleter
class C:
    @property
    def p(self): return 1
    q = property()
    def _set(self, v): pass
    r = property(None, _set)
c = C()
for step in ("c.p = 2", "del c.p", "c.q", "c.q = 1", "c.r", "del c.r"):
    try: exec(step)
    except AttributeError as e: print(step, "->", e)
print(C.p.fget.__name__, C.p.__name__, C.q.fget, C.p.__isabstractmethod__)

#: property copies with getter setter and deleter
class A:
    @property
    def v(self):
        "the value"
        return self._v
    @v.setter
    def v(self, value): self._v = value
class B(A):
    @A.v.getter
    def v(self): return -self._v
b = B(); b.v = 5
print(b.v, B.v.__doc__, A.v.__doc__, B.v.fset is A.v.fset, B.v is A.v)

#: subclass of property with docstring and set_name
class P(property):
    def __set_name__(self, owner, name):
        super().__set_name__(owner, name)
        print("named", name, self.__name__)
class C:
    @P
    def p(self): "doc of p"
print(C.p.__doc__, type(C.__dict__["p"]).__name__)
C.p.__doc__ = "other"
print(C.p.__doc__)

#: dir uses the class method and sorts
class C:
    def __dir__(self): return ["z", "a", "m"]
class Bad:
    def __dir__(self): return 5
print(dir(C()))
class D: x = 1
d = D(); d.y = 2
print([n for n in dir(d) if not n.startswith("__")], [n for n in dir(D) if not n.startswith("__")])
dir(Bad())

#: deleting attributes of instance and class
class C:
    x = 1
    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)
c = C()
c.x = 2
del c.x
print(c.x)
for f in (lambda: delattr(c, "x"), lambda: delattr(C, "nope"), lambda: delattr(C, "__dict__")):
    try: f()
    except Exception as e: print(type(e).__name__, e)

#: wrong arguments of getattr and friends
class C: pass
calls = [lambda: getattr(C, 3), lambda: getattr(C, 3, None), lambda: setattr(C(), 3, 1), lambda: hasattr(C, b"x"),
    lambda: getattr(C), lambda: getattr(), lambda: delattr(C, None), lambda: setattr(C, "x"), lambda: vars(3), lambda: C().a]
for f in calls:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: class of an instance is exchanged
class A:
    def who(self): return "A"
class B:
    def who(self): return "B"
class S: __slots__ = ("who",)
a = A()
for cls in (B, S, int, 3, list):
    try: a.__class__ = cls; print(a.who(), type(a).__name__)
    except TypeError as e: print(e)
try: (3).__class__ = bool
except TypeError as e: print(e)

#: dict of an instance is exchanged and shared
class C: pass
a, b = C(), C()
a.x = 1
b.__dict__ = a.__dict__
b.y = 2
print(a.y, vars(a) is vars(b))
for bad in (3, None, [("a", 1)]):
    try: a.__dict__ = bad
    except TypeError as e: print(e)
del a.__dict__
print(a.__dict__, b.__dict__)

#: mappingproxy of a class refuses writes
class C: x = 1
proxy = C.__dict__
print(type(proxy).__name__, "x" in proxy, proxy["x"])
for step in ("proxy['y'] = 1", "del proxy['x']", "proxy.update(y=1)", "C.__dict__ = {}", "proxy['nope']"):
    try: exec(step)
    except Exception as e: print(step, type(e).__name__, e)
C.y = 5
print(proxy["y"], proxy | {"q": 1} == dict(C.__dict__, q=1))

#: metaclass attributes are not seen by instances
class Meta(type):
    m = "meta"
    def greet(cls): return "hello from " + cls.__name__
    @property
    def size(cls): return 42
class C(metaclass=Meta): size = "class size"
print(C.m, C.greet(), C.size)
for name in ("m", "greet"):
    try: getattr(C(), name)
    except AttributeError as e: print(e)
print(C().size, C.__dict__["size"])
try: C.size = 1
except AttributeError as e: print(e)

#: bound methods compare hash and describe themselves
class C:
    def m(self, a): "doc of m"; return a
    @classmethod
    def k(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
c, d = C(), C()
print(c.m == c.m, c.m is c.m, c.m == d.m, c.m.__self__ is c, c.m.__func__ is C.m, c.m.__doc__)
print(c.k(), C.k.__self__ is C, c.s(), type(C.__dict__["k"]).__name__, C.__dict__["s"].__func__())
try: c.m.attr = 1
except AttributeError as e: print(e)
C.m.attr = 7
print(c.m.attr, c.m.__name__, c.m.__qualname__)

#: suggestions for misspelt attributes in a traceback
import traceback
class Sheep:
    colour = "white"
    def bleat(self): self.weight = 3
s = Sheep()
for name in ("color", "blat", "weigth", "zzz"):
    try: getattr(s, name)
    except AttributeError as e: print("".join(traceback.format_exception_only(e)).strip(), "|", e.name)

#: getattr of a descriptor whose get raises
class D:
    def __get__(self, obj, cls=None):
        raise (AttributeError if obj is None else KeyError)("from get")
class C: d = D()
for f in (lambda: C.d, lambda: C().d, lambda: hasattr(C, "d"), lambda: hasattr(C(), "d"), lambda: getattr(C, "d", 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: attributes of plain objects and builtin types cannot be set
for step in ("object().x = 1", "(3).real = 4", "int.x = 1", "None.a = 1", "len.x = 1", "[].append = 1", "(lambda: 0).__name__ = 3", "del (lambda: 0).__code__", "int.__name__ = 'i'", "del int.real", "'a'.upper.x = 1"):
    try: exec(step); print(step, "done")
    except Exception as e: print(step, type(e).__name__, e)

#: methods of a class replaced after a hot loop
class C:
    def m(self): return 1
c = C()
def call(): return c.m()
for i in range(200): call()
C.m = lambda self: 2
print(call())
c.m = lambda: 3
print(call())
del c.m
C.__getattribute__ = lambda self, name: (lambda: "ga " + name)
print(call())
del C.__getattribute__, C.m
C.__getattr__ = lambda self, name: (lambda: "fallback " + name)
print(call())

#: weak proxies and weak references
import weakref, gc
class C:
    def m(self): return "m"
    def __repr__(self): return "C here"
c = C()
p, r = weakref.proxy(c), weakref.ref(c, lambda ref: print("gone", ref() is None))
print(type(p).__name__, type(r).__name__, p.m(), isinstance(p, C), repr(p).split(" at 0x")[0], str(p), p.__class__.__name__)
del c; gc.collect()
for f in (lambda: p.m(), lambda: str(p), lambda: hash(p), lambda: bool(p)):
    try: print(f())
    except (ReferenceError, TypeError) as e: print(type(e).__name__, e)

#: cycles through iterators and containers are collected
import weakref, gc
class X: pass
def make(kind):
    x = X()
    if kind == "dict iterator": x.d = {x: 1}; x.it = iter(x.d.items())
    if kind == "list": x.l = [x]
    if kind == "set iterator": x.s = {x}; x.it = iter(x.s)
    if kind == "bound method": x.m = x.__init__
    if kind == "closure": x.f = lambda: x
    if kind == "generator": x.g = (x for _ in [1])
    return weakref.ref(x)
for k in ("dict iterator", "list", "set iterator", "bound method", "closure", "generator"):
    r = make(k); gc.collect(); print(k, r() is None)

#: getattr that changes the slot names during copying
import copyreg
class C:
    def __getattr__(self, name):
        if name == "__slotnames__": raise AttributeError(name)
        C.__slotnames__ = []
        return [name]
o = C()
try: print(copyreg.__newobj__ is o.__reduce_ex__(2)[0], len(o.__reduce_ex__(2)))
except Exception as e: print(type(e).__name__, e)
