#: unhashable keys name what they were for
def f(**k): pass
for code in ["{[]: 1}", "{}[{}]", "{1: 2}[[3]]", "{[]}", "set([[]])", "{1}.add({})", "[] in {1}", "hash([])", "dict([([], 1)])", "{}.get([])", "{}.setdefault({}, 1)", "{}.pop(set())", "dict.fromkeys([[]])", "[] in {}", "{(1, [])}", "frozenset([{}])", "{1} & {2} | {[]}", "{1}.discard([])", "{k: 1 for k in [[]]}", "{[1] for _ in 'a'}", "{slice(1, [])}", "{1}.issubset([[]])", "{}.__delitem__([])"]:
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)

#: a class with __eq__ and no __hash__ as a key
class A:
    def __eq__(self, o): return True
class H:
    def __hash__(self): return "x"
class N(dict): __hash__ = None
for f in [lambda: {A(): 1}, lambda: {A()}, lambda: hash(H()), lambda: {H(): 1}, lambda: hash(N()), lambda: {N()}, lambda: A.__hash__]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: list method errors
l = [1, 2]
for code in ["l.append()", "l.append(1, 2)", "l.extend(5)", "l.pop('a')", "[].pop()", "l.pop(9)", "l.remove(9)", "l.index(9)", "l.index(1, 'a')", "l.insert(1)", "l.sort(1)", "l.sort(key=5)", "l.sort(bad=1)", "l.count()", "l['a']", "l[9]", "l[1.0]", "l[9] = 1", "l + (1,)", "l * 'a'", "l < (1,)", "list(5)", "list(1, 2)", "list(x=1)", "l.clear(1)", "l.reverse(1)", "l()", "[].index(1)", "l.copy(1)"]:
    try:
        exec(code)
        print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: list deletion and slice assignment errors
for code in ["del l[5]", "del l['a']", "l[0:2] = 5", "l[::2] = [1]", "del l[::0]", "l[::0]", "l['a':]", "l[1:2] = None", "l[5] = 0", "l += 5", "l[:] = l", "l[1.5:]", "l[::-1] = [1, 2, 3, 4]"]:
    l = [1, 2, 3, 4, 5]
    try:
        exec(code); print(code, l)
    except Exception as e:
        print(code, type(e).__name__, e)

#: slices of every kind
l = list(range(6))
print(l[::-1], l[4:1:-1], l[-2:], l[:-2], l[10:], l[-10:2], l[::3], l[5:0:-2], l[None:None], l[slice(1, 4)], slice(None, -1).indices(5), slice(5, None, -2).indices(4), slice(1, 2) == slice(1, 2), slice(1, "a"), slice(1) < slice(2))
l[1:3] = "abc"; l[::2] = "wxyz"; del l[-1:]; l[2:2] = [0, 0]; print(l)
for f in [lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1, 2, 0).indices(3), lambda: slice("a").indices(3), lambda: slice(1).indices(-1), lambda: type("S", (slice,), {}), lambda: hash(slice(1, 2)) == hash(slice(1, 2)), lambda: setattr(slice(1), "start", 2)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: comparing asks the left element first
class E:
    def __init__(s, n): s.n = n
    def __eq__(s, o): print(s.n, "==", getattr(o, "n", o)); return True
    def __hash__(s): return 1
    def __lt__(s, o): print(s.n, "<", getattr(o, "n", o)); return True
a, b = E("a"), E("b")
for f in [lambda: [a] == [b], lambda: (a,) == (b,), lambda: {1: a} == {1: b}, lambda: {a} == {b}, lambda: {a: 1} == {b: 1}, lambda: a in [b], lambda: [b].index(a), lambda: [b].count(a), lambda: [b].remove(a), lambda: (a,) < (b,), lambda: min([a, b]) is b, lambda: a in {b: 1}.values(), lambda: ("k", a) in {"k": b}.items(), lambda: {1: a}.items() == {1: b}.items(), lambda: {1: a} != {1: b}]:
    print("->", f())

#: identity goes before equality
class Never:
    def __eq__(self, o): print("asked"); return False
    __hash__ = object.__hash__
n = Never()
print(n in [n], [n] == [n], (n,) == (n,), {1: n} == {1: n}, [n].count(n), [n].index(n), n in {n}, {n: 1} == {n: 1})
from collections import deque
print(n in deque([n]), deque([n]) == deque([n]), n in iter([n]), n in {1: n}.values())

#: dict method errors
d = {"a": 1}
for code in ["d['z']", "d.pop('z')", "{}.popitem()", "d.update(5)", "d.update([1])", "d.update([(1,)])", "d.update([(1, 2, 3)])", "dict(5)", "dict([1])", "dict(['abc'])", "dict(1, 2)", "{}.keys(1)", "d.get()", "d.setdefault()", "d.fromkeys()", "d.fromkeys(5)", "d + {}", "d | 5", "d < {}", "del d['q']", "d.pop()", "d.clear(1)", "d.copy(1)", "dict({1: 2}, **{3: 4})", "{**5}", "{**{1: 2}}", "dict(**{1: 2})", "d.update(a=1, *[{'b': 2}, 3])", "{'a': 1}['a']['b']", "{}.items() + 1"]:
    try:
        exec(code); print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: dict order merge and views
d = dict(b=1, a=2); d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 0
print(d, list(reversed(d)), d.popitem(), d | {"z": 1, "b": 2}, {"q": 1} | d, dict.fromkeys("ab", 0), d.setdefault("n"), d.pop("n", 5), d.get("x", 7))
d |= [("k", "v")]; print(d, d.keys() & {"b", "zz"}, d.keys() - {"b"} == {"c", "k"}, d.keys() | [1] == {"b", "c", "k", 1}, d.items() >= {("b", 9)}, d.keys().isdisjoint("xyz"), d.values(), d.items(), d.keys().mapping["b"], d.values() == d.values(), d.keys() == set(d))
for f in [lambda: d.keys()[0], lambda: hash(d.keys()), lambda: d.values() & {1}, lambda: d.keys() & 5, lambda: setattr(d.keys(), "x", 1), lambda: type(d.keys())(), lambda: d.keys().mapping.__setitem__(1, 2), lambda: d.keys() < 5, lambda: d.items() ^ [(1, [])]]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: changing a container while iterating
def grow(d):
    for k in d: d[k + 10] = 1
def swap(d):
    for k in d: del d[k]; d[k + 10] = 1
def addset(s):
    for k in s: s.add(k + 10)
def dq(q):
    for k in q: q.append(1)
from collections import deque, OrderedDict, Counter
for f, c in [(grow, {1: 1}), (swap, {1: 1, 2: 2, 3: 3}), (addset, {1}), (dq, deque([1])), (grow, OrderedDict({1: 1})), (grow, Counter([1]))]:
    try:
        f(c); print(f.__name__, c)
    except Exception as e:
        print(f.__name__, type(e).__name__, e)

#: lists changed while iterating and sorting
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
it = iter(l); print(list(it)); l.append(9); print(list(it), it.__length_hint__())
l = [3, 1, 2]
try:
    l.sort(key=lambda x: l.append(x) or x)
except ValueError as e:
    print(e, l)
l = [3, 1, 2]
try:
    l.sort(key=lambda x: print(l) or 1 / 0)
except ZeroDivisionError as e:
    print(l)

#: sorting is stable and its errors
words = ["bb", "a", "cc", "d", "aa"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([3, 1.5, True, -2]), sorted("bca", reverse=1))
class R:
    def __lt__(s, o): return 1 / 0
for f in [lambda: sorted([1, "a"]), lambda: sorted(["a", 1]), lambda: sorted([1j, 2j]), lambda: sorted([None, 1]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: sorted(), lambda: sorted([1], len), lambda: sorted([1], reverse="x"), lambda: sorted([1], reverse=None), lambda: sorted([R(), R()]), lambda: sorted([[1, "a"], [1, 2]]), lambda: min([]), lambda: max(), lambda: max(1), lambda: min([], default=3), lambda: max(1, 2, default=3), lambda: min([1], key=5), lambda: max("a", 1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: tuple errors
t = (1, 2)
for code in ["t[0] = 1", "del t[0]", "t.append(1)", "t + [1]", "t['a']", "t[5]", "t.index(9)", "t.index()", "t.count()", "tuple(5)", "tuple(1, 2)", "t * 1.5", "t < [1]", "t.x = 1", "a, b, c = t", "a, = t", "[*a, b, c] = 1", "(a, b), c = t", "tuple(x=1)", "t += [1]", "hash((1, []))", "t.__getitem__()"]:
    try:
        exec(code); print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: a tuple item changed by augmented assignment
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as e:
    print(e, t)
a = b = [1]; a += (2,); a *= 2; print(b, a is b)
a = b = (1,); a += (2,); print(b, a)
d = {}; d[len(d)] = d.setdefault("x", len(d)); print(d)

#: set methods and errors
s = {1, 2, 3}
print(s.union([4], (5,)), s & {2}, s ^ {3, 4}, s - {1}, s <= {1, 2, 3, 4}, s.isdisjoint([9]), s.intersection([1], [1, 2]), s.difference(), frozenset([1]) | {2}, {2} | frozenset([1]), set() == frozenset(), {1} < {1}, s.issuperset([1]), {1, True, 1.0}, set("a"), frozenset(), set())
for code in ["s + s", "s | [1]", "s.remove(9)", "set().pop()", "s[0]", "s.add()", "s.update(5)", "set(5)", "set(1, 2)", "s < [1]", "s -= [1]", "s &= 5", "frozenset([1]).add(2)", "s.issubset(5)", "set(a=1)", "s.union(5)", "hash(s)", "s.symmetric_difference()", "s.pop(1)", "s.__contains__([])", "print(s.__contains__({1}))", "frozenset(x=1)"]:
    try:
        exec(code); print(code, "fine")
    except Exception as e:
        print(code, type(e).__name__, e)

#: order of small ints in a set
print({3, 1, 2}, {2} | {1}, set([8, 0, 16, 1]), {5, 4} ^ {4, 1}, frozenset(range(5, 0, -1)), {-1, -2, 0}, set(range(20, 10, -2)))
s = {10, 3, 7}; s.add(1); print(s, list(s), sorted(s), s.pop(), s)

#: recursive containers print and compare
from collections import deque, OrderedDict, defaultdict, UserList
l = [1]; l.append(l); d = {}; d["d"] = d; q = deque([1]); q.append(q); o = OrderedDict(); o["o"] = o; t = ([],); t[0].append(t); f = defaultdict(list); f["f"] = f
print(l, d, q, o, t, f)
print({1: {1: [{2: d}]}}, [deque([l])], d.items(), d.values())

#: deque
from collections import deque
d = deque([1, 2, 3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.maxlen, d.rotate(1), d, d[1], d.index(0), d.count(2), d.copy(), d + deque([7]), d * 2, d.extend([8, 9]), d, d.extendleft("ab"), d, reversed(d).__next__(), d.reverse(), d, deque([1]) < deque([2]), deque("ab") == ["a", "b"])
d = deque([1, 2, 3]); d.insert(1, "x"); d.remove(3); del d[0]; d *= 2; print(d, d.pop(), d.popleft())
for f in [lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1])["a"], lambda: deque([1, 2])[0:1], lambda: deque(5), lambda: deque([1], -1), lambda: deque([1], "a"), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque([1]) + [2], lambda: setattr(d, "maxlen", 5), lambda: hash(d), lambda: deque([1]).rotate("a"), lambda: deque([1], 2, 3), lambda: deque([1]) < [1], lambda: deque().append()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: ordered dict
from collections import OrderedDict as O
o = O(a=1, b=2, c=3); o.move_to_end("a"); print(o, o.popitem(last=False), o.popitem(), o, O(a=1, b=2) == O(b=2, a=1), O(a=1, b=2) == {"b": 2, "a": 1}, o | {"z": 1}, {"z": 1} | o, list(reversed(O(x=1, y=2))), list(reversed(O(x=1, y=2).items())))
for f in [lambda: o.move_to_end("zz"), lambda: O().popitem(), lambda: o["n"], lambda: o.pop("n"), lambda: O(5), lambda: O([1]), lambda: o | 5, lambda: O.fromkeys("ab", 1), lambda: O({}, {}), lambda: o.move_to_end()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: counter
from collections import Counter as C
c = C("abracadabra"); print(c, c["zz"], c.most_common(2), c.total(), sorted(c.elements())[:4], c - C("aaab"), c + C("z"), C(a=1) & C(a=2), C(a=1) | C(b=2), +C(a=-1, b=1), -C(a=-1), C(a=1) == C(a=1, b=0), C(a=1) <= C(a=2), repr(C()), C({"q": 2.5}))
c = C(a=3); c.update("ab"); c.subtract(a=5); print(c, list(c.elements())); del c["nope"]
for f in [lambda: C.fromkeys("a"), lambda: C(5), lambda: C(1, 2), lambda: C(a="x") + C(a=1), lambda: C([[]]), lambda: C(a=1) < 5, lambda: C(a=1) + 1, lambda: C(a="x").most_common(), lambda: C("ab").most_common("x")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: defaultdict and missing
from collections import defaultdict as D
d = D(list, a=[1]); d["b"].append(2); print(d, d.get("c"), "c" in d, d.default_factory, d | {"z": 0}, d.copy(), D(None))
class M(dict):
    def __missing__(self, k): print("missing", k); return k * 2
m = M(a=1); print(m["q"], m.get("q"), "q" in m, m.setdefault("w", 3), m, "{a} {z}".format_map(m), "%(zz)s" % m)
for f in [lambda: D(5), lambda: D(None)["x"], lambda: D(lambda: 1 / 0)["x"], lambda: D(list, 5), lambda: D(list)[[]], lambda: D(len)["x"], lambda: D(list).__missing__(), lambda: d | 5]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: chainmap
from collections import ChainMap as M
m = M({"a": 1}, {"a": 2, "b": 3}); m["c"] = 4
print(m, m["a"], list(m), m.parents, m.new_child({"a": 0})["a"], m.new_child(z=1), len(m), m | {"q": 1}, {"q": 1} | m, m.pop("c"), m.maps, M(), bool(M({})), m == {"a": 1, "b": 3}, m.get("zz"))
for f in [lambda: m["zz"], lambda: m.pop("b"), lambda: m.__delitem__("b"), lambda: M({}).popitem(), lambda: M(5)["a"], lambda: m | 5]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: namedtuple
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[5]); p = P(1)
print(p, p._asdict(), p._replace(y=2), P._fields, P._field_defaults, P._make([7, 8]), p == (1, 5), P.__doc__, P.x.__doc__, P.__match_args__, p.__getnewargs__(), namedtuple("Q", "a def a", rename=True)._fields, isinstance(p, tuple), P.__new__.__defaults__, P.__module__, p[1:], hash(p) == hash((1, 5)))
import copy; print(copy.replace(p, x=9), P.__slots__, type(P.x).__name__, P.__repr__.__qualname__, P.__init_subclass__.__name__)
for f in [lambda: P(), lambda: P(1, 2, 3), lambda: P(z=1), lambda: P._make([1, 2, 3]), lambda: p._replace(q=1), lambda: setattr(p, "x", 1), lambda: setattr(p, "new", 1), lambda: namedtuple("P", "a a"), lambda: namedtuple("P", "_a"), lambda: namedtuple("1", "a"), lambda: namedtuple("P", "class"), lambda: namedtuple("P", "a", defaults=[1, 2]), lambda: namedtuple("P", ["a b"]), lambda: p.nope, lambda: namedtuple()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: heapq and bisect
import heapq, bisect
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 3), h, heapq.nlargest(2, [1, 3, 2], key=lambda x: -x), heapq.nsmallest(2, "bca"), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
m = [1, 5, 3]; heapq.heapify_max(m); print(m, heapq.heappop_max(m), m)
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([1, 2, 3], 2, 0, 1), bisect.bisect_right([{"k": 1}, {"k": 3}], 2, key=lambda d: d["k"])); l = [1, 3]; bisect.insort(l, 2); print(l)
for f in [lambda: heapq.heappop([]), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], "a"), lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1), lambda: heapq.nlargest("a", [1]), lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1,), 1), lambda: heapq.heappush()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: array
from array import array
a = array("i", [1, 2, 3]); a.append(4); a.extend([5]); a[1:3] = array("i", [9]); print(a, a.typecode, a.itemsize, a.tolist(), a.tobytes()[:8], a.pop(), a.index(9), a.count(1), a * 2, a + a, a == array("d", [1, 9, 4]), array("w", "hé"), array("b", b"\xff"), array("d"), a.byteswap(), a[0], a.reverse())
for f in [lambda: array("z"), lambda: array("i", ["a"]), lambda: array("b", [200]), lambda: array("i", [1.5]), lambda: array("B", [-1]), lambda: array("i").pop(), lambda: array("i", [1])[5], lambda: array("i") + array("d"), lambda: array("i", [1]).remove(9), lambda: array(), lambda: array("ii"), lambda: array(5), lambda: array("w", "ab").append("xy"), lambda: array("i", b"abc"), lambda: array("i", [1]).__setitem__(slice(0, 1), [2]), lambda: array("i", "ab"), lambda: array("f", ["x"]), lambda: hash(array("i")), lambda: array("i", [1]).extend(array("d", [1]))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: memoryview
m = memoryview(bytearray(b"abcdef"))
print(m[1], m[1:3].tobytes(), m.format, m.shape, m.nbytes, m.readonly, m[::2].tolist(), m[::2].contiguous, m.cast("H").tolist(), m == b"abcdef", m.hex("-"), m.itemsize, len(m), memoryview(b"a").readonly, hash(memoryview(b"ab")) == hash(b"ab"), m.toreadonly().readonly, m.index(99), m.count(97))
m[0] = 90; m[1:3] = b"YX"; print(m.obj, m.cast("B", [2, 3]).tolist())
for f in [lambda: memoryview("a"), lambda: memoryview(), lambda: m[9], lambda: m["a"], lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, "a"), lambda: m.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(b"a").__setitem__(0, 1), lambda: m.cast("q"), lambda: m.cast("zz"), lambda: hash(m), lambda: m.__delitem__(0), lambda: m[0, 1], lambda: m[::2].cast("H"), lambda: m.obj.append(1), lambda: m.cast("B", [5])]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: memoryview after release
m = memoryview(b"abc")
with m as n: print(n is m, n[0])
for f in [lambda: m[0], lambda: m.tobytes(), lambda: len(m), lambda: m.format, lambda: m == b"abc", lambda: m.release(), lambda: m.__enter__(), lambda: list(m)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(repr(m)[:9])

#: userdict userlist and userstring
from collections import UserDict, UserList, UserString
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = U(a=1); u.update(b=2); u |= {"c": 3}; print(u, u.data, u.get("A"), "a" in u, U(u) == u, u.copy(), {**u}, isinstance(u, dict))
l = UserList([3, 1]); l.sort(); print(l + [5], l * 2, l[:1], type(l[:1]).__name__, l == [1, 3], l > [0]); s = UserString("ab"); print(s + "c", s.upper(), type(s.upper()).__name__, "a" in s, s == "ab", s % (), s[0], repr(s))
for f in [lambda: u["zz"], lambda: l[9], lambda: s.index("q"), lambda: UserDict(5), lambda: UserList(5), lambda: l + 5]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: range
r = range(10, 0, -3)
print(r, list(r), len(r), 4 in r, 4.0 in r, "a" in r, r.index(4), r.count(7), r[1], r[-1], r[1:], r[::-1], r == range(10, -1, -3), hash(range(0)) == hash(range(5, 5)), range(0) == range(2, 1), r.start, r.stop, r.step, bool(range(0)), type(reversed(r)), list(reversed(r)), range(True), max(range(5)), sum(range(2**40, 2**40 + 2)))
for f in [lambda: range(1, 2, 0), lambda: range(), lambda: range(1.5), lambda: range("a"), lambda: r[9], lambda: r["a"], lambda: r.index(99), lambda: r.index("a"), lambda: range(1, 2, 3, 4), lambda: range(stop=1), lambda: setattr(r, "start", 1), lambda: r + r, lambda: r < r, lambda: type("R", (range,), {}), lambda: len(range(2**70)), lambda: range(5).__getitem__(2**70)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

#: subclasses of containers and what their methods return
class L(list): pass
class D(dict): pass
class S(set): pass
class T(tuple): pass
print([type(x).__name__ for x in (L([1]) + [2], L([1])[:], L([1]).copy(), L([1]) * 2, D(a=1).copy(), D(a=1) | {}, {} | D(), D.fromkeys("a"), S([1]) | {2}, S([1]).copy(), S([1]).union([2]), {1} | S([2]), T((1,)) + (2,), T((1,))[:], T((1,)) * 1, sorted(L([1])))])
class K(dict):
    def __getitem__(self, k): return "mine"
    def __setitem__(self, k, v): super().__setitem__(k, [v])
k = K(a=1); k["b"] = 2; k.update(c=3); print(k, k["zz"], k.get("a"), k.setdefault("d", 4), dict(k), {**k}, "%(q)s" % k, list(k.values()))
