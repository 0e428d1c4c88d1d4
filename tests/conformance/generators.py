#: send throw and close and what they return
def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e: print("caught", e); yield "after"
    finally: print("finally")
    return "value"
i = g()
print(next(i), i.send("a"), i.throw(ValueError("v")))
try: next(i)
except StopIteration as e: print(e.value, e.args)
print(i.close(), list(i))
try: i.throw(KeyError("late"))
except KeyError as e: print(repr(e))

#: close returns the value of the generator
def f(v):
    try: yield
    except GeneratorExit: return v
def ignoring():
    try: yield
    except GeneratorExit: yield "again"
def raising():
    try: yield
    finally: raise KeyError("in finally")
for g in (f(5), f(None), ignoring(), raising()):
    next(g)
    try: print(g.close())
    except (RuntimeError, KeyError) as e: print(type(e).__name__, e, repr(e.__context__))
print(f(9).close())
g = f(7); next(g); g.close(); print(g.close())

#: sending to a generator that has not started
def g(): x = yield; print("x", x)
for v in (5, None, "a"):
    i = g()
    try: print(i.send(v))
    except TypeError as e: print(e)
i = g()
try: i.throw(ValueError("early"))
except ValueError as e: print(e, i.gi_frame, list(i))
for a in ((), (1, 2)):
    try: g().send(*a)
    except TypeError as e: print(e)

#: wrong arguments of throw
import warnings
warnings.simplefilter("ignore")
def g():
    while 1:
        try: yield
        except ValueError as e: print("in g", repr(e), e.__traceback__ is not None)
for a in ((), (5,), ("x",), (int,), (ValueError,), (ValueError, "arg"), (ValueError, ValueError("inst")), (ValueError("a"), "b"), (ValueError, "a", 5), (ValueError, None, None), (ValueError, (1, 2)), (ValueError, 1, None, 2)):
    i = g(); next(i)
    try: print(i.throw(*a))
    except BaseException as e: print(type(e).__name__, e)
warnings.resetwarnings()

#: throw with three arguments is deprecated
import warnings
def g():
    try: yield
    except ValueError as e: yield repr(e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    i = g(); next(i); print(i.throw(ValueError, "two"))
    i = g(); next(i); print(i.throw(ValueError("one")))
    async def c(): pass
    k = c()
    try: k.throw(ValueError, "co")
    except ValueError: pass
print([(x.category.__name__, str(x.message)) for x in w])

#: generator that is already running
def g():
    for f in (lambda: next(i), lambda: i.send(None), lambda: i.throw(KeyError), lambda: i.close(), lambda: list(i)):
        try: f()
        except ValueError as e: print(e)
    yield i.gi_running
i = g()
print(next(i), i.gi_running)
async def c():
    try: k.send(None)
    except ValueError as e: print(e)
k = c()
try: k.send(None)
except StopIteration: pass

#: yield from passes everything on
class It:
    def __iter__(self): print("iter"); return self
    def __next__(self): print("next"); return "n"
    def send(self, v): print("send", v); return "s"
    def throw(self, *a): print("throw", len(a), repr(a[0])); return "t"
    def close(self): print("close")
def g(): r = yield from It(); print("result", r)
i = g()
print(next(i), next(i), i.send(5), i.throw(ValueError("v")))
i.close()
class End(It):
    def __next__(self): raise StopIteration("done")
def h(): print((yield from End()))
print(list(h()))

#: yield from things without the methods
def g(x):
    r = yield from x
    return r
i = g([1, 2]); print(next(i))
try: i.send("a")
except AttributeError as e: print(e)
i = g("ab"); next(i)
try: i.throw(KeyError("k"))
except KeyError as e: print(repr(e))
i = g(range(2)); next(i); print(i.close())
for bad in (5, None, object):
    try: next(g(bad))
    except TypeError as e: print(e)

#: yield from a coroutine in a plain generator
def g(x): return (yield from x)
async def c(): pass
async def a(): yield
for k in (c(), a()):
    try: next(g(k))
    except TypeError as e: print(e)
    if hasattr(k, "close"): k.close()

#: value of a return reaches yield from through several levels
def a(): yield 1; return "a"
def b(): x = yield from a(); yield x; return x + "b"
def c(): return (yield from b())
i = c(); out = []
try:
    while 1: out.append(next(i))
except StopIteration as e: print(out, e.value)
def e(): return 5; yield
try: next(e())
except StopIteration as s: print(s.value, repr(s))
def t(): return (1, 2); yield
try: next(t())
except StopIteration as s: print(s.value, s.args)
def x(): return ValueError("as value"); yield
try: next(x())
except StopIteration as s: print(repr(s.value))

#: attributes of generators
import inspect
def g(a):
    b = 1
    yield a
    b = yield from inner
    yield b
inner = iter([7])
i = g(5)
def show(): print(i.gi_running, i.gi_suspended, i.gi_frame and i.gi_frame.f_lineno, i.gi_yieldfrom is inner, inspect.getgeneratorstate(i), inspect.getgeneratorlocals(i))
show(); next(i); show(); next(i); show(); next(i); show(); list(i); show()
print(i.__name__, i.__qualname__, i.gi_code is g.__code__)
i.__name__ = "other"; print(repr(i).split(" at ")[0], i.__qualname__)
for n, v in (("__name__", 5), ("__qualname__", None), ("gi_frame", 1), ("gi_running", 1), ("nope", 1)):
    try: setattr(i, n, v)
    except Exception as e: print(type(e).__name__, e)

#: attributes of coroutines and async generators
import inspect, warnings
async def c(): pass
async def a(): yield 1
k, b = c(), a()
print([n for n in dir(k) if not n.startswith("__")], [n for n in dir(b) if not n.startswith("__")])
print(k.cr_frame.f_lineno, k.cr_await, k.cr_origin, k.cr_suspended, b.ag_await, b.ag_suspended, inspect.getcoroutinestate(k), inspect.getasyncgenstate(b))
print(repr(k).split(" at ")[0], repr(b).split(" at ")[0], type(k.__await__()).__name__, type(b.__anext__()).__name__, type(b.asend(1)).__name__, type(b.aclose()).__name__)
for f in (lambda: iter(k), lambda: next(k), lambda: iter(b), lambda: len(k), lambda: [*k], lambda: next(b)):
    try: f()
    except TypeError as e: print(e)
k.close(); print(inspect.getcoroutinestate(k))

#: coroutine is awaited twice
async def c(): return 1
k = c()
try: k.send(None)
except StopIteration as e: print(e.value)
for f in (lambda: k.send(None), lambda: k.throw(ValueError("t")), lambda: k.close(), lambda: k.__await__().send(None)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
k = c()
try: k.send(5)
except TypeError as e: print(e)
k.close()
try: k.send(None)
except RuntimeError as e: print(e)

#: coroutine that is never awaited warns
import warnings, gc
async def forgotten(): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    forgotten(); gc.collect()
    x = forgotten(); x.close(); del x; gc.collect()
print([(i.category.__name__, str(i.message)) for i in w])

#: coroutine driven by hand with an awaitable
class Wait:
    def __init__(self, n): self.n = n
    def __await__(self):
        got = yield self.n
        return got * 2
async def inner(): return await Wait("first")
async def outer():
    a = await inner()
    try: b = await Wait("second")
    except KeyError as e: b = repr(e)
    return a, b
k = outer()
print(k.send(None), k.cr_await.__name__, k.cr_suspended, k.send(21))
try: k.throw(KeyError("k"))
except StopIteration as e: print(e.value)

#: await of wrong things
class A: __await__ = lambda self: 5
class B: __await__ = lambda self: [1]
class C: __await__ = lambda self: c()
class D: __await__ = None
class E:
    def __await__(self): return iter([1])
async def c(): pass
def g(): yield
for v in (5, A(), B(), C(), D(), g(), "x", c, None):
    async def f(): await v
    k = f()
    try: k.send(None)
    except Exception as e: print(type(e).__name__, e)
async def f(): return await E()
print(f().send(None))

#: types coroutine makes a generator awaitable
import types, inspect
@types.coroutine
def g(): return (yield 1) + 1
async def f(): return await g()
k = f(); print(k.send(None))
try: k.send(4)
except StopIteration as e: print(e.value)
print(inspect.isawaitable(g()), inspect.iscoroutinefunction(g), inspect.isgeneratorfunction(g), bool(g.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE))
for bad in (5, "x"):
    try: types.coroutine(bad)
    except TypeError as e: print(e)
print(types.coroutine(lambda: 5)())

#: async generator driven by hand
async def g():
    try:
        x = yield 1
        print("got", x)
        yield 2
    finally: print("finally")
def run(aw):
    try: aw.send(None)
    except StopIteration as e: return "returns", e.value
    except BaseException as e: return type(e).__name__, str(e)
a = g()
print(run(a.__anext__()), run(a.asend("s")), run(a.athrow(KeyError("k"))), run(a.__anext__()))
b = g()
print(run(b.asend(5)), run(b.asend(None)), run(b.aclose()), run(b.aclose()), run(b.__anext__()))

#: misuse of async generator awaitables
async def g():
    yield 1
    yield 2
def run(f):
    try: return f()
    except BaseException as e: return type(e).__name__, str(e)
a = g(); n = a.__anext__()
print(run(lambda: n.send(None)), run(lambda: n.send(None)), run(lambda: n.throw(KeyError("k"))))
m = a.asend(None); m.close(); print(run(lambda: m.send(None)))
print(run(lambda: a.athrow(5).send(None)), run(lambda: type(a.athrow()).__name__), run(lambda: a.asend()), run(lambda: n.send(3)))
async def ign():
    try: yield 1
    except GeneratorExit: yield 2
b = ign(); run(lambda: b.__anext__().send(None)); print(run(lambda: b.aclose().send(None)))

#: async for and async with protocol by hand
class It:
    def __init__(self): self.i = 0
    def __aiter__(self): print("aiter"); return self
    async def __anext__(self):
        self.i += 1
        if self.i > 2: raise StopAsyncIteration
        return self.i
class CM:
    async def __aenter__(self): print("enter"); return "cm"
    async def __aexit__(self, *a): print("exit", a[0]); return True
async def f():
    async with CM() as c: out = [x async for x in It()]; print(c, out); raise KeyError
    async for x in It(): print(x)
    else: return "end"
try: f().send(None)
except StopIteration as e: print(e.value)

#: async iteration over wrong things
class A: __aiter__ = lambda self: 5
class B:
    async def __aiter__(self): return self
class C:
    __aiter__ = lambda self: self
    __anext__ = lambda self: 5
class D: pass
import warnings
warnings.simplefilter("ignore")
for cls in (A, B, C, D):
    async def f():
        async for x in cls(): pass
    try: f().send(None)
    except Exception as e: print(cls.__name__, type(e).__name__, e, repr(e.__cause__))
warnings.resetwarnings()

#: anext and aiter builtins
async def g(): yield 1
def run(aw):
    try: return "yields", aw.send(None)
    except StopIteration as e: return "returns", e.value
    except BaseException as e: return type(e).__name__, str(e)
async def call(a, *d): return await anext(a, *d)
a = aiter(g())
print(a is aiter(a), run(call(a)), run(call(a, "default")), run(call(a)))
for f in (lambda: aiter(5), lambda: anext(5), lambda: anext([]), lambda: aiter(iter([])), lambda: anext(a, 1, 2)):
    try: f()
    except TypeError as e: print(e)

#: hooks of async generators
import sys
old = sys.get_asyncgen_hooks()
seen = []
sys.set_asyncgen_hooks(firstiter=lambda a: seen.append(("first", a.__name__)), finalizer=lambda a: seen.append("final"))
try:
    async def g(): yield 1
    a = g(); seen.append("made")
    try: a.__anext__().send(None)
    except StopIteration: pass
    del a; __import__("gc").collect()
finally: sys.set_asyncgen_hooks(*old)
print(seen, old)
for k in (dict(firstiter=5), dict(finalizer="x"), dict(foo=1)):
    try: sys.set_asyncgen_hooks(**k)
    except TypeError as e: print(e)

#: context manager made of a generator is misused
from contextlib import contextmanager
@contextmanager
def none(): return; yield
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def swallow():
    try: yield
    except ValueError: yield "again"
@contextmanager
def plain(): yield 5
for f, e in ((none, None), (twice, None), (swallow, ValueError("v")), (plain, StopIteration("s")), (plain, RuntimeError("r"))):
    try:
        with f() as x:
            if e: raise e
    except Exception as x: print(f.__name__, type(x).__name__, x)

#: context manager made of a generator is used twice
from contextlib import contextmanager
@contextmanager
def plain(): yield 5
m = plain()
with m: pass
try:
    with m: pass
except Exception as e: print(type(e).__name__, e)

#: context manager as a decorator and its errors
from contextlib import contextmanager, ContextDecorator
@contextmanager
def cm(tag):
    print("enter", tag)
    try: yield tag
    except KeyError as e: print("swallow", e)
    finally: print("exit", tag)
@cm("deco")
def f(x): print("f", x); raise KeyError(x)
print(f(1), f(2), f.__name__, cm.__wrapped__.__name__)
try:
    with cm("w"): raise ValueError("out")
except ValueError as e: print(repr(e), e.__context__)
try: contextmanager(5)()
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
try: contextmanager(lambda: 5)().__enter__()
except (TypeError, AttributeError) as e: print(type(e).__name__, e)

#: context of errors thrown into a generator
def g():
    try: yield
    except ValueError: raise KeyError("new")
i = g(); next(i)
try:
    try: raise IndexError("outer")
    except IndexError: i.throw(ValueError("in"))
except KeyError as e:
    while e: print(repr(e)); e = e.__context__

#: error thrown into a generator that is handling another
import sys
def h():
    try: raise TypeError("inner")
    except TypeError: yield
    yield
j = h(); next(j)
print(sys.exception())
try: j.throw(ValueError("x"))
except ValueError as e: print(repr(e.__context__))

#: exception state of a generator is its own
import sys
def g():
    print(repr(sys.exception()))
    try: raise KeyError("g")
    except KeyError:
        yield repr(sys.exception())
        print(repr(sys.exception()))
    yield repr(sys.exception())
i = g()
try: raise ValueError("caller")
except ValueError:
    print(next(i), repr(sys.exception()))
print(next(i), sys.exception())

#: frames of running generators
import sys
def g():
    f = sys._getframe()
    yield f.f_code.co_name, f.f_back.f_code.co_name, sorted(f.f_locals)
    yield f.f_back is None
def caller(i): return next(i)
i = g()
print(caller(i), i.gi_frame.f_back, i.gi_frame.f_lineno, i.gi_frame.f_generator is i)
print(caller(i))
f = i.gi_frame
try: f.clear()
except RuntimeError as e: print(e)
print(i.gi_frame is None, list(i))
try: sys._getframe().clear()
except RuntimeError as e: print(e)

#: frame attributes and clearing
import sys
def f(x):
    try: 1 / 0
    except ZeroDivisionError as e: return e.__traceback__.tb_frame
fr = f([1])
print(fr.f_code.co_name, fr.f_lineno, fr.f_locals["x"], fr.f_back and fr.f_back.f_code.co_name, fr.f_lasti > 0, fr.f_trace, fr.f_trace_lines, fr.f_trace_opcodes, fr.f_builtins is __builtins__ or fr.f_builtins["len"] is len, fr.f_generator)
fr.clear(); print(dict(fr.f_locals))
for n, v in (("f_lineno", 3), ("f_code", None), ("f_locals", {}), ("f_trace", 5), ("f_trace_lines", 5), ("f_back", None)):
    try: setattr(fr, n, v); print(n, "set")
    except Exception as e: print(n, type(e).__name__, e)

#: generator expressions evaluate their first iterable at once
def show(x): print("show", x); return x
g = (show(x) for x in show([1, 2]) if show(True))
print("made", next(g))
try: (x for x in 5)
except TypeError as e: print(e)
n = 10
h = (n for _ in range(1)); n = 20
print(list(h), g.__name__, g.__qualname__, g.gi_code.co_varnames, g.gi_frame.f_locals.get("x"))
e = (y for x in [1] for y in z)
try: next(e)
except NameError as err: print(err)

#: generator dropped early runs its finally
import gc
def g(tag):
    try: yield
    finally: print("closed", tag)
i = g("a"); next(i); del i; gc.collect()
for x in g("loop"): break
gc.collect()
def h():
    with __import__("contextlib").closing(g("inner")) as k:
        next(k); yield
j = h(); next(j); j.close()
never = g("never started"); del never; gc.collect()
print("end")

#: iterators by hand and old protocol
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
class Next: __next__ = lambda self: 1
class Iter5: __iter__ = lambda self: 5
class NoneIter: __iter__ = None; __getitem__ = lambda self, i: i
print(list(Old()), 20 in Old(), type(iter(Old())).__name__, list(iter(iter([1, 2, 3]).__next__, 3)))
for f in (lambda: iter(Next()), lambda: iter(Iter5()), lambda: iter(NoneIter()), lambda: next(Old()), lambda: 1 in NoneIter(), lambda: reversed(Old()), lambda: list(Iter5())):
    try: print(f())
    except TypeError as e: print(e)
i = iter([1, 2]); next(i); print(i.__length_hint__(), i.__reduce__()[1:], next(i), next(i, "d"), next(i, None))

#: yield as an expression in many places
def g():
    x = [(yield 1), (yield 2)]
    y = {(yield "k"): (yield "v")}
    print(x, y, f"{(yield 'f')}", (lambda: 5)())
    z = yield
    w = yield 1, 2
    def inner(a=(yield "default")): return a
    print(z, w, inner())
i = g(); r = next(i)
for n in range(20):
    try: r = i.send(n); print("->", r)
    except StopIteration: break

#: tracebacks through generators
import traceback
def a(): yield 1; raise ValueError("deep")
def b(): yield from a()
def c():
    for x in b(): yield x
try: list(c())
except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)], [f.lineno for f in traceback.extract_tb(e.__traceback__)])
i = b(); next(i)
try: i.throw(KeyError("thrown"))
except KeyError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)], [f.lineno for f in traceback.extract_tb(e.__traceback__)])
