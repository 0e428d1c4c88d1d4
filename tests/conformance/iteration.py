#: unpacking errors
class It:
    def __iter__(self): return 5
class Bad:
    def __iter__(self): raise ValueError("from iter")
class Seq:
    def __getitem__(self, i): print("get", i); return [1, 2][i]
for code in ["a, b = 1", "a, b = [1]", "a, b = [1, 2, 3]", "a, b = range(10**9)", "a, *b, c = [1]", "*a, = None", "a, b = {1: 2}", "(a, b), c = 1, 2", "[a, b] = 'xyz'", "a, b = iter([])", "a, b = It()", "a, b = Bad()", "a, b = Seq(); print(a, b)", "a, b, c = 'ab'", "a, b = (x for x in [1, 2, 3])", "print(*5)", "print(**5)", "[*None]", "{**[1]}", "f = lambda: 0; f(*1)", "f = lambda: 0; f(**{1: 2})", "a = *1,", "for a, b in [(1, 2, 3)]: pass", "[x for x, y in [1]]", "for x in 5: pass", "for x in It(): pass"]:
    try:
        exec(code); print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: starred targets
a, *b, c = range(5); *d, e = "ab"; f, *g = [1]; [h, (i, *j)] = 1, (2, 3, 4)
print(a, b, c, d, e, f, g, h, i, j, [*"ab", *range(2)], {*"a", *"a"}, (*[1], 2), {**{"x": 1}, "x": 2, **{"y": 3}})
for *x, y in [(1, 2, 3), "ab"]: print(x, y)
x = y = [0]; x[0], y = 5, x; print(x, y)
i = 0; l = [1, 2]; i, l[i] = 1, 9; print(i, l)

#: zip strict enumerate and map strict
print(list(zip()), list(zip([1, 2], "abc")), list(zip([1], [2], strict=True)), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(map(pow, [2, 3], [3, 2, 9])), list(map(None.__class__.__name__.join, [])), list(enumerate("a", 2**70)))
for f in [lambda: list(zip([1], [], strict=True)), lambda: list(zip([], [1], strict=True)), lambda: list(zip([1], [1], [1, 2], strict=True)), lambda: list(zip([1], [1], [], strict=True)), lambda: zip(5), lambda: zip([1], 5), lambda: zip(a=1), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: enumerate(), lambda: enumerate(bad=1), lambda: map(), lambda: map(len), lambda: map(5, [1]).__next__(), lambda: list(map(int, ["a"])), lambda: list(map(pow, [1, 2], [1], strict=True)), lambda: list(map(pow, [1], [1, 2], strict=True)), lambda: map(len, 5), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: map(len, [], bad=1), lambda: enumerate([1], 2, 3)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: iter and next
class C:
    n = 0
    def __call__(self): self.n += 1; return self.n
class N:
    def __iter__(self): return self
class M:
    __iter__ = None
    def __getitem__(self, i): return i
class G:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(iter(C(), 4)), next(iter([]), "dflt"), next(iter("a")), list(G()), 20 in G(), type(iter(G())).__name__, list(reversed(range(3))), type(iter(C(), 1)).__name__, sorted(G()), max(G()), dict(enumerate(G())))
for f in [lambda: iter(5), lambda: iter(N()), lambda: iter(M()), lambda: next(5), lambda: next(iter([])), lambda: iter(5, 6), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(G()), lambda: next(), lambda: next([], 1), lambda: iter(), lambda: iter(C(), 1, 2), lambda: next(iter([]), 1, 2), lambda: 1 in M(), lambda: 1 in N(), lambda: aiter(5), lambda: anext(5), lambda: reversed(iter([])), lambda: len(iter([1]))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).strip(), isinstance(e, StopIteration))

#: length hints
import operator
class H:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
    def __iter__(self): return iter([1])
class R:
    def __length_hint__(self): raise TypeError("quiet")
class E:
    def __length_hint__(self): raise ValueError("loud")
    def __iter__(self): return iter([1])
print([operator.length_hint(iter(x)) for x in ([1, 2], "abc", {1: 2}, {1}, range(5), (1,), b"ab")], operator.length_hint(H(NotImplemented), 7), operator.length_hint(R(), 3), operator.length_hint(5), operator.length_hint(reversed([1, 2])), list(H(50)), operator.length_hint(map(str, [1, 2])))
for f in [lambda: operator.length_hint(H(-1)), lambda: operator.length_hint(H("a")), lambda: operator.length_hint(E()), lambda: list(E()), lambda: list(H(-1)), lambda: operator.length_hint(1, "a"), lambda: operator.length_hint()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: comprehension scopes
x = "outer"; fs = [lambda: i for i in range(3)]
print([f() for f in fs], [x for x in range(2)], x, [y := i for i in range(3)], y, [[j for j in range(i)] for i in range(3)], {k: v for k, v in zip("ab", range(2))}, [a for a in range(6) if a % 2 if a > 1], [(i, j) for i in "ab" for j in range(i == "b", 2)])
class K:
    z = [1, 2]
    first = [v for v in z]
    def show(self): return self.first
    try:
        second = [v for v in range(2) if z]
    except NameError as e:
        print(e)
    print([locals().keys() >= {"z"} for _ in "a"])
print(K().show())
def f():
    [loc for loc in "ab"]
    return loc
try:
    f()
except NameError as e:
    print(e)

#: comprehension and walrus syntax errors
for src in ["[x := 1 for x in y]", "[i for i in (j := [1])]", "{**x for x in y}", "[*x for x in y]", "(x for x in y, 1)", "f(x for x in y, 1)", "[x, y for x in y]", "[for x in y]", "[x for x]", "[x for x in]", "[x for 1 in y]", "[x for x() in y]", "[yield for x in y]", "[(yield 1) for x in y]", "class A: [i := 1 for x in y]", "x := 1", "f(x=y := 1)", "[x async for x in y]", "{x: y for z}", "{x for x in y: 1}", "dict(x: 1)", "lambda: (yield) = 1", "for x y in z: pass", "for x in y z: pass"]:
    try:
        compile(src, "s", "exec"); print(src, "| fine")
    except SyntaxError as e:
        print(src, "|", e.msg)

#: generator expressions evaluate the first iterable at once
def src(name, v): print("source", name); return v
g = (a + b for a in src("outer", [1, 2]) for b in src("inner", [10]))
print(type(g).__name__, g.__name__, g.__qualname__); print(list(g), list(g))
for f in [lambda: (x for x in 5), lambda: (x for x in 1 / 0), lambda: next(x for y in [1] for x in 5), lambda: next(1 / 0 for x in [1]), lambda: len(x for x in [1]), lambda: (x for x in [1])[0], lambda: (x for x in []).send(1)]:
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)

#: generator send throw close
def g():
    try:
        while True:
            try:
                got = yield "y"
                print("got", got)
            except ValueError as e:
                print("caught", e)
    finally:
        print("final")
x = g()
for step in [lambda: x.send(1), lambda: x.send(None), lambda: x.send(5), lambda: x.throw(ValueError("v")), lambda: x.throw(ValueError), lambda: x.throw(5), lambda: x.throw(KeyError("k")), lambda: next(x), lambda: x.close(), lambda: x.send(2), lambda: x.throw(OSError("late")), lambda: x.throw(), lambda: x.gi_frame]:
    try:
        print(step())
    except BaseException as e:
        print(type(e).__name__, e)

#: generators that misbehave
def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def stops():
    yield next(iter([]))
def itself():
    yield next(me)
def returns():
    yield 1
    return "val"
def closing():
    try: yield 1
    except GeneratorExit: return "closed value"
g = ignores(); next(g); me = itself(); c = closing(); next(c)
for f in [g.close, lambda: next(stops()), lambda: next(me), lambda: [*returns()], c.close]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))
r = returns(); next(r)
try:
    next(r)
except StopIteration as e:
    print(e.value, e.args)

#: yield from delegates
class D:
    def __iter__(self): return self
    def __next__(self): return "n"
    def send(self, v): print("send", v); return v
    def throw(self, *a): print("throw", [getattr(x, "__name__", x) if isinstance(x, type) else repr(x) for x in a]); raise StopIteration("res")
    def close(self): print("close")
def g():
    r = yield from D()
    print("result", r)
    yield "end"
x = g(); print(next(x), x.send(3), type(x.gi_yieldfrom).__name__, x.throw(KeyError("z")))
y = g(); next(y); y.close()
def h(): yield from 5
for f in [lambda: next(h())]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

#: generator attributes and repr
def gen(a):
    b = 1
    yield a
    yield b
g = gen(5)
import inspect
print(inspect.getgeneratorstate(g), g.gi_running, g.gi_suspended, g.gi_code.co_name, g.__name__, inspect.getgeneratorlocals(g), next(g), inspect.getgeneratorlocals(g), inspect.getgeneratorstate(g), g.gi_frame.f_lineno, list(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.__name__ = "renamed"; print(repr(g).split(" at")[0], g.__qualname__)
for f in [lambda: setattr(g, "__name__", 5), lambda: setattr(g, "gi_code", 1), lambda: setattr(g, "x", 1), lambda: type(g)(), lambda: g(), lambda: g.gi_nope]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

#: itertools count cycle and repeat
from itertools import *
print(list(islice(count(5, -2), 3)), list(islice(count(0.5, 0.25), 3)), count(3), count(1, 2), count(1.0), list(islice(cycle("ab"), 5)), list(repeat(1, 2)), repeat(1), repeat("a", 3), repeat(5, -1), list(repeat(object="x", times=1)), list(cycle([])), list(islice(count(2**63 - 1), 2)), repeat(1, 5).__length_hint__())
for f in [lambda: count("a"), lambda: count(1, None), lambda: cycle(), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, "a"), lambda: repeat(1).__length_hint__(), lambda: count(1, 2, 3), lambda: repeat(1, times=2.0)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: itertools slicing and grouping
from itertools import *
print(list(islice("abcdef", 2)), list(islice("abcdef", 1, None, 2)), [(k, list(g)) for k, g in groupby("aabA", str.lower)], list(batched("abcde", 2)), list(pairwise([1, 2, 3])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], max, initial=2)), list(chain("a", [1])), list(chain.from_iterable(["ab", "c"])), list(compress("abc", [1, 0, 1])), list(takewhile(str.isalpha, "a1b")), list(dropwhile(str.isalpha, "a1b")), list(filterfalse(None, [0, 1, ""])), list(starmap(pow, [(2, 3)])), list(zip_longest("a", [1, 2], fillvalue="-")))
gs = [g for k, g in groupby("ab")]; print([list(g) for g in gs])
for f in [lambda: islice("a", -1), lambda: islice("a", 1, 2, 0), lambda: islice("a", "x"), lambda: islice("a"), lambda: batched("a", 0), lambda: list(batched("abc", 2, strict=True)), lambda: groupby(), lambda: list(accumulate(["a", 1])), lambda: chain(5).__next__(), lambda: chain.from_iterable(5), lambda: list(starmap(pow, [1])), lambda: zip_longest("a", bad=1), lambda: pairwise(), lambda: compress("a"), lambda: takewhile(1), lambda: islice("a", 1, 2, 3, 4), lambda: accumulate(), lambda: batched("ab"), lambda: list(takewhile(5, "a"))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: itertools combinations
from itertools import *
print(list(product("ab", [1])), list(product([1, 2], repeat=2)), list(product()), list(permutations("abc", 2)), list(combinations("abc", 2)), list(combinations_with_replacement("ab", 2)), list(permutations([])), list(combinations("ab", 3)), list(product("a", [])), len(list(permutations(range(5)))))
for f in [lambda: product(5), lambda: product("a", repeat=-1), lambda: product("a", repeat="x"), lambda: permutations("a", -1), lambda: permutations(), lambda: permutations("a", "b"), lambda: combinations("a"), lambda: combinations("a", -1), lambda: product("a", bad=1), lambda: combinations_with_replacement("a", None), lambda: permutations("ab", r=None).__next__()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: itertools tee
from itertools import tee
a, b = tee(iter("abc")); print(next(a), next(a), next(b), list(a), list(b), tee([], 0), type(a).__name__, len(tee("a", 3)))
import copy
x, = tee("xyz", 1); next(x); y = copy.copy(x); print(list(x), list(y))
for f in [lambda: tee(5), lambda: tee("a", -1), lambda: tee("a", "b"), lambda: tee()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: itertools take exactly what they need
from itertools import *
def src(n):
    for i in range(n): print("give", i, end="; "); yield i
s = src(9)
print(list(islice(s, 2)), list(zip(range(1), s)), list(takewhile(lambda x: x < 4, s)), next(batched(s, 2)), next(pairwise(s)), any(x > 7 for x in s), list(s))

#: any all min max with generators
def g(*v):
    for x in v: print("ask", x, end="; "); yield x
print(any(g(0, 1, 2)), all(g(1, 0, 2)), 1 in g(0, 1, 2), min(g(2, 1)), all([]), any([]), sum(g(1, 2)), sorted(g(2, 1), reverse=True), [*map(str, g(1))], dict(zip("ab", g(1, 2, 3))))
for f in [lambda: any(5), lambda: all(), lambda: any([1], [2]), lambda: any(iterable=[1])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: reversed protocol
class A:
    def __reversed__(self): return "not an iterator"
class B:
    def __len__(self): return 2
    def __getitem__(self, i): return i
class N:
    __reversed__ = None
    __len__ = B.__len__; __getitem__ = B.__getitem__
print(reversed(A()), list(reversed(B())), type(reversed(B())).__name__, type(reversed([])).__name__, type(reversed({})).__name__, list(reversed({"a": 1}.items())), reversed(B()).__length_hint__())
for f in [lambda: reversed(N()), lambda: reversed(object()), lambda: reversed({1, 2}), lambda: reversed(x for x in []), lambda: reversed(), lambda: reversed([1], 2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: iterators reduce to what is left
import copy, itertools
for it in [iter([1, 2, 3]), iter((1, 2)), iter("abc"), iter(range(9)), reversed([1, 2]), iter({1: 2}), enumerate("ab"), iter(b"ab"), iter(range(2**70, 2**70 + 3)), reversed(range(3)), map(str, [1]), zip("ab"), filter(None, [1]), iter({1: 2}.items())]:
    next(it)
    print(type(it).__name__, end=" ")
    try:
        r = it.__reduce__(); print(r[0].__name__, r[1:] if type(it).__name__ not in ("map", "zip", "filter", "enumerate") else len(r), list(copy.copy(it)))
    except Exception as e:
        print(type(e).__name__, e)

#: async comprehension driven by hand
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): r = yield ("wait", self.v); return (self.v, r)
async def agen():
    for i in range(2): print("in", i); yield await Aw(i)
async def main():
    a = [x async for x in agen()]
    b = {x: await Aw(x) for x in "p"}
    c = [y async for y in (await Aw(z) for z in "q")]
    return a, b, c
c = main(); v = None
try:
    while True: got = c.send(v); print("loop", got); v = f"re{got[1]}"
except StopIteration as e:
    print(e.value)

#: async generator driven by hand
def drive(aw):
    try:
        while True: print("step", aw.send(None))
    except StopIteration as e:
        return ("value", e.value)
    except BaseException as e:
        return (type(e).__name__, str(e))
async def ag():
    try:
        x = yield 1
        print("sent", x)
        yield 2
    finally:
        print("cleanup")
a = ag()
print(drive(a.asend(None)), drive(a.asend("hi")), drive(a.athrow(KeyError("k"))), drive(a.__anext__()), drive(a.aclose()))
b = ag(); print(drive(b.asend(5))); n = b.__anext__(); print(drive(n), drive(n)); print(drive(b.aclose()), b.ag_running, b.ag_frame)
print(drive(anext(ag(), "d")), drive(anext(a, "default")))

#: async protocol errors
def drive(c):
    try:
        c.send(None); return "suspended"
    except StopIteration as e:
        return e.value
    except Exception as e:
        return f"{type(e).__name__}: {e}"
class A:
    def __aiter__(self): return 5
class B:
    def __aiter__(self): return self
    def __anext__(self): return 5
class W:
    def __await__(self): return 5
async def f1():
    async for x in [1]: pass
async def f2():
    async for x in A(): pass
async def f3():
    async for x in B(): pass
async def f4(): await 5
async def f5(): await W()
async def f6():
    async with 5: pass
async def f7():
    with (x for x in []): pass
async def f8(): return [x for x in agen()]
async def agen(): yield 1
for f in [f1, f2, f3, f4, f5, f6, f7, f8]: print(f.__name__, drive(f()))

#: coroutine objects
import inspect, warnings
async def co(): return 7
c = co(); print(type(c).__name__, inspect.getcoroutinestate(c), c.cr_running, c.cr_await, c.__name__, inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(co))
try:
    c.send(None)
except StopIteration as e:
    print("value", e.value)
for f in [lambda: c.send(None), lambda: c.close(), lambda: iter(c), lambda: next(c), lambda: c.throw(ValueError("x")), lambda: list(co.__await__)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    co()
    print([(x.category.__name__, str(x.message)) for x in w])

#: for else break and loop variables
for i in range(3):
    if i == 5: break
else: print("no break", i)
while i: i -= 1
else: print("while else", i)
for i in []: pass
else: print("empty", i)
for i, (a, *b) in enumerate([(1, 2), "xyz"]): print(i, a, b)
d = {}
for d["k"] in "ab": pass
print(d)
for i in range(3):
    try: continue
    finally: print("fin", i)
for i in (l := [1, 2, 3]):
    if i < 3: l.append(i + 10)
print(l)
