# CPython's own loop can't wait in a browser's WebAssembly, so the programs run on one that never waits.
import asyncio


class Loop(asyncio.BaseEventLoop):
    _selector = type("S", (), {"select": lambda self, t: []})()
    _process_events = _write_to_self = lambda self, *a: None


def run(c):
    old = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        with asyncio.Runner(loop_factory=Loop) as r:
            return r.run(c)
    finally:
        asyncio._set_running_loop(old)


#: asyncio runner and its errors
async def main(): await asyncio.sleep(0); return "done"
async def nested():
    c = main()
    try: asyncio.Runner(loop_factory=Loop).run(c)
    except RuntimeError as e: print(e)
    finally: c.close()
async def fails(): raise KeyError("x")
print(run(main())); run(nested())
for f in [lambda: run(5), lambda: run(main), lambda: run(fails()), lambda: asyncio.Runner().run(), lambda: asyncio.create_task(None), lambda: asyncio.Runner(5), lambda: asyncio.iscoroutine(main)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: order of tasks
log = []
async def w(n, k):
    for i in range(k): log.append(f"{n}{i}"); await asyncio.sleep(0)
    return n
async def main():
    a = asyncio.create_task(w("a", 3), name="A"); b = asyncio.create_task(w("b", 1))
    log.append("made"); print(await asyncio.gather(a, b, w("c", 2)), a.done(), a.get_name(), b.result(), a.cancelled(), a.exception())
    print(log, len(asyncio.all_tasks()), asyncio.current_task() in asyncio.all_tasks())
run(main())

#: cancelling a task
async def w(log):
    try: await asyncio.sleep(3600)
    except asyncio.CancelledError as e: log.append(("cancelled", e.args)); raise
    finally: log.append("finally")
async def stubborn():
    try: await asyncio.sleep(3600)
    except asyncio.CancelledError: return "ignored"
async def main():
    log = []; t = asyncio.create_task(w(log)); u = asyncio.create_task(stubborn()); v = asyncio.create_task(w(log))
    await asyncio.sleep(0); print(t.cancel("why"), t.cancelling(), u.cancel(), v.cancel(), v.uncancel(), v.cancelling())
    for x in (t, u, v):
        try: print(await x)
        except asyncio.CancelledError as e: print("caught", e.args)
    print(log, t.cancelled(), u.cancelled(), t.cancel(), asyncio.CancelledError.__mro__[1].__name__)
    for f in (t.result, t.exception):
        try: f()
        except asyncio.CancelledError as e: print(f.__name__, e.args)
    n = asyncio.create_task(w(log)); n.cancel()
    try: await n
    except asyncio.CancelledError: print("before start", log[-1])
run(main())

#: gather with exceptions
async def ok(v, n=1):
    for _ in range(n): await asyncio.sleep(0)
    return v
async def bad(e): await asyncio.sleep(0); raise e
async def main():
    print(await asyncio.gather(ok(1), bad(ValueError("v")), return_exceptions=True), await asyncio.gather())
    s = asyncio.create_task(ok("slow", 5))
    try: await asyncio.gather(s, bad(KeyError("k")), ok(2))
    except KeyError as e: print("raised", e, s.done())
    print(await s)
    g = asyncio.gather(asyncio.sleep(99), asyncio.sleep(99)); await asyncio.sleep(0); g.cancel()
    try: await g
    except asyncio.CancelledError as e: print("gather cancelled", e.args)
    c = ok(1)
    try: await asyncio.gather(5)
    except TypeError as e: print(e)
    finally: c.close()
run(main())

#: task groups
async def ok(v, n=1):
    try:
        for _ in range(n): await asyncio.sleep(0)
        return v
    except asyncio.CancelledError: print("cancelled", v); raise
async def bad(e): await asyncio.sleep(0); raise e
async def main():
    async with asyncio.TaskGroup() as tg: a = tg.create_task(ok("a")); b = tg.create_task(ok("b", 3), name="B")
    print(a.result(), b.result(), tg)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(bad(ValueError(1))); tg.create_task(bad(KeyError(2))); tg.create_task(ok("c", 9)); await asyncio.sleep(99)
    except* ValueError as e: print(repr(e))
    except* KeyError as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(ok("d", 9)); raise OSError("body")
    except* OSError as e: print(e.exceptions)
    c = ok("late")
    try: tg.create_task(c)
    except RuntimeError as e: print(str(e).split(" <")[-1])
    c2 = ok(1)
    try: asyncio.TaskGroup().create_task(c2)
    except RuntimeError as e: print(str(e)[-20:])
run(main())

#: timeouts
async def forever():
    try: await asyncio.Event().wait()
    finally: print("cleanup")
async def main():
    try:
        async with asyncio.timeout(0): await forever()
    except TimeoutError as e: print("timeout", e.args, repr(e.__cause__))
    async with asyncio.timeout(None) as t: print(t.when(), t.expired(), t)
    try: await asyncio.wait_for(forever(), 0.001)
    except asyncio.TimeoutError as e: print(type(e), e.args)
    print(await asyncio.wait_for(asyncio.sleep(0, "v"), 5), t.expired())
    async with asyncio.timeout(100) as t: t.reschedule(None); print(t.when())
    for f in [lambda: t.reschedule(5), lambda: asyncio.timeout("a").__aenter__().send(None), lambda: t.__aenter__().send(None)]:
        try: f()
        except Exception as e: print(type(e).__name__, e)
    d, p = await asyncio.wait([asyncio.ensure_future(asyncio.sleep(0)), asyncio.ensure_future(forever())], return_when=asyncio.FIRST_COMPLETED); print(len(d), len(p)); p.pop().cancel()
    try: await asyncio.wait([])
    except ValueError as e: print(e)
run(main())

#: queues
async def main():
    q = asyncio.Queue(2); q.put_nowait(1); await q.put(2); print(q.full(), q.qsize(), q.maxsize, q.empty())
    for f in [lambda: q.put_nowait(3), lambda: asyncio.Queue().get_nowait(), lambda: asyncio.Queue().task_done()]:
        try: f()
        except Exception as e: print(type(e).__name__, repr(str(e)))
    async def producer():
        for i in range(3, 6): await q.put(i); print("put", i)
    async def consumer():
        while True: print("got", await q.get()); q.task_done()
    p, c = asyncio.create_task(producer()), asyncio.create_task(consumer()); await p; await q.join(); q.shutdown()
    try: await c
    except asyncio.QueueShutDown as e: print(type(e).__name__, e.args)
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)]); lq = asyncio.LifoQueue(); [lq.put_nowait(x) for x in "ab"]; print(lq.get_nowait())
run(main())

#: events locks semaphores and conditions
async def main():
    e, l, s, c, b = asyncio.Event(), asyncio.Lock(), asyncio.Semaphore(2), asyncio.Condition(), asyncio.Barrier(2); log = []
    async def waiter(n): await e.wait(); log.append(n)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); e.set(); await asyncio.gather(*ts); print(log, e.is_set(), e.clear(), e.is_set())
    async with l: print(l.locked())
    async def sem(n):
        async with s: log.append(f"in{n}"); await asyncio.sleep(0); log.append(f"out{n}")
    await asyncio.gather(*(sem(i) for i in range(3))); print(log[3:])
    async def cond():
        async with c: await c.wait_for(lambda: len(log) > 99 or log[-1] == "go"); return "woken"
    t = asyncio.create_task(cond()); await asyncio.sleep(0)
    async with c: log.append("go"); c.notify_all()
    print(await t, sorted(await asyncio.gather(b.wait(), b.wait())))
    for f in [l.release, lambda: c.notify(), lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.BoundedSemaphore(1).release(), lambda: l.__enter__()]:
        try: f()
        except Exception as x: print(type(x).__name__, x)
run(main())

#: futures and callbacks
async def main():
    loop = asyncio.get_running_loop(); f = loop.create_future(); log = []
    f.add_done_callback(lambda x: log.append(x.result())); loop.call_soon(f.set_result, 7); print(f.done(), await f, log); await asyncio.sleep(0); print(log, repr(f))
    for g in [lambda: f.set_result(1), lambda: f.exception(), lambda: loop.create_future().result(), lambda: loop.create_future().exception(), lambda: loop.create_future().set_exception(StopIteration()), lambda: loop.create_future().set_exception(5), lambda: f.cancel(), lambda: loop.run_until_complete(f), lambda: loop.run_forever(), lambda: f.send(None), lambda: f.remove_done_callback(print), lambda: loop.call_soon(5), lambda: loop.is_running(), lambda: asyncio.isfuture(f), lambda: asyncio.iscoroutine(f)]:
        try: print(g())
        except Exception as e: print(type(e).__name__, e)
    h = loop.call_later(100, print); h.cancel(); print(h.cancelled()); order = []
    loop.call_soon(order.append, "soon"); loop.call_later(0, order.append, "later"); loop.call_soon(order.append, "soon2"); await asyncio.sleep(0.001); print(order)
run(main())

#: shield as_completed and eager tasks
async def w(v, n=0):
    for _ in range(n): await asyncio.sleep(0)
    return v
async def main():
    inner = asyncio.create_task(w("safe", 3)); outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 50)); await asyncio.sleep(0); outer.cancel()
    try: await outer
    except asyncio.CancelledError: print("outer cancelled", inner.done(), await inner)
    print([await f for f in asyncio.as_completed([w("slow", 5), w("fast")])])
    async for t in asyncio.as_completed([asyncio.create_task(w(1))]): print(t.result())
    t = asyncio.create_task(w("eager"), eager_start=True); print(t.done(), await t)
    loop = asyncio.get_running_loop(); loop.set_task_factory(asyncio.eager_task_factory); t = asyncio.create_task(w("e2")); print(t.done(), t.result())
    print(asyncio.current_task().get_coro().__name__)
run(main())

#: runner and exception handler of the loop
log = []
async def boom(): raise ValueError("unheard")
async def main():
    loop = asyncio.get_running_loop(); loop.set_exception_handler(lambda l, c: log.append((c["message"], repr(c.get("exception")))))
    t = asyncio.create_task(boom()); await asyncio.sleep(0); await asyncio.sleep(0); del t
    import gc; gc.collect(); loop.call_soon(lambda: 1 / 0); await asyncio.sleep(0); await asyncio.sleep(0); return loop.get_debug()
print(run(main())); print(log)
old = asyncio._get_running_loop(); asyncio._set_running_loop(None)
try:
    with asyncio.Runner(loop_factory=Loop) as r: print(r.run(asyncio.sleep(0, "first")), r.run(asyncio.sleep(0, "second")), type(r.get_loop()).__mro__[-2].__name__)
    c = main(); r.run(c)
except RuntimeError as e: print(e); c.close()
finally: asyncio._set_running_loop(old)

#: async generators and their cleanup
async def gen(n):
    try:
        for i in range(n): await asyncio.sleep(0); yield i
    finally: await asyncio.sleep(0); print("closed", n)
async def main():
    print([x async for x in gen(2)])
    async for x in gen(5):
        if x == 1: break
    g = gen(3); print(await anext(g), await g.aclose(), await anext(g, "end"))
    async with __import__("contextlib").aclosing(gen(4)) as g: print(await g.__anext__())
    h = gen(9); await anext(h); print("leaving")
run(main()); print("after")

#: async context managers
from contextlib import *
@asynccontextmanager
async def cm(n, swallow=False):
    print("enter", n)
    try: yield n * 2
    except ValueError as e: 
        print("in", n, repr(e))
        if not swallow: raise
    finally: print("exit", n)
class A(AbstractAsyncContextManager):
    async def __aexit__(self, *a): print("aexit", a[0])
async def main():
    async with cm(1) as a, cm(2, True) as b: print(a, b); raise ValueError("x")
    async with AsyncExitStack() as s: s.push_async_callback(asyncio.sleep, 0); print(await s.enter_async_context(cm(3)), s.enter_context(nullcontext(5))); s.push_async_exit(A()); s.callback(print, "callback")
    async with A() as x: print(x is not None)
    async with nullcontext(7) as n: print(n)
    @cm(4)
    async def decorated(): return "result"
    print(await decorated())
    for f in [lambda: s.enter_async_context(5), lambda: s.enter_async_context(nullcontext(1)), lambda: cm("z").__aexit__(None, None, None)]:
        try: print(await f())
        except Exception as e: print(type(e).__name__, e)
run(main())

#: async generator context managers that misbehave
from contextlib import *
@asynccontextmanager
async def twice(): yield 1; yield 2
@asynccontextmanager
async def never():
    if False: yield
@asynccontextmanager
async def stops(): yield
@contextmanager
def sync2(): yield 1; yield 2
async def t(cm, exc=None):
    try:
        async with cm():
            if exc: raise exc
    except BaseException as e: print(cm.__name__, type(e).__name__, e)
async def main():
    await t(twice); await t(never); await t(stops, StopAsyncIteration("s")); await t(stops, KeyError("k")); await t(twice, ValueError("v"))
    try:
        with sync2(): pass
    except RuntimeError as e: print(e)
    with suppress(KeyError, IndexError): raise IndexError
    with suppress(ValueError): raise ExceptionGroup("g", [ValueError()])
run(main())

#: exit stacks and redirects
from contextlib import *
import io
log = []
class C:
    def __init__(self, n, r=False): self.n, self.r = n, r
    def __enter__(self): return self.n
    def __exit__(self, *a): log.append((self.n, a[0] and a[0].__name__)); return self.r
with ExitStack() as s: print(s.enter_context(C(1)), s.enter_context(C(2, True))); s.push(C(3)); s.push(lambda *a: log.append("fn")); s.callback(log.append, "cb"); raise KeyError("x")
print(log)
with ExitStack() as s: t = s.pop_all(); s.callback(log.append, "kept")
print(log[-1], t.close()); o = io.StringIO()
with redirect_stdout(o): print("hidden")
print(repr(o.getvalue()))
class D(ContextDecorator):
    def __enter__(self): print("in")
    def __exit__(self, *a): print("out")
@D()
def f(): print("body")
f()
for g in [lambda: s.enter_context(5), lambda: ExitStack().push(5), lambda: closing(5).__exit__(), lambda: chdir("/no/such").__enter__(), lambda: contextmanager(lambda: 5)().__enter__(), lambda: exec("with 5: pass"), lambda: exec("with object() as x: pass"), lambda: nullcontext().__exit__()]:
    try: print(g())
    except Exception as e: print(type(e).__name__, getattr(e, "strerror", None) or e)

#: a unittest suite into a text
import unittest, io, re
class T(unittest.TestCase):
    def test_ok(self): self.assertEqual(1, 1)
    def test_fail(self): self.assertEqual([1, 2], [1, 3])
    def test_error(self): 1 / 0
    @unittest.skip("later")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.fail()
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
s = io.StringIO(); r = unittest.TextTestRunner(s, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(re.sub(r"in [\d.]+s", "in TIME", s.getvalue()).replace("^", "").replace("~", "")); print(r, r.testsRun, r.wasSuccessful(), r.shouldStop)

#: unittest assertion messages
import unittest
t = unittest.TestCase(); t.maxDiff = None
for f in [lambda: t.assertEqual(1, 2), lambda: t.assertEqual("ab\ncd", "ab\nce"), lambda: t.assertEqual({"a": 1}, {"a": 2}), lambda: t.assertEqual({1, 2}, {2, 3}), lambda: t.assertEqual((1,), (1, 2)), lambda: t.assertTrue(0, "msg"), lambda: t.assertIn(1, [2]), lambda: t.assertIs(None, 1), lambda: t.assertIsInstance(1, str), lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertRaises(ValueError, int, "1"), lambda: t.assertRaisesRegex(ValueError, "zz", int, "x"), lambda: t.assertRegex("a", "b"), lambda: t.assertCountEqual([1, 1], [1, 2]), lambda: t.assertLess(2, 1), lambda: t.assertIsNone(5), lambda: t.assertNotIn(1, [1]), lambda: t.assertWarns(UserWarning, int), lambda: t.assertStartsWith("a", "b"), lambda: t.assertHasAttr(1, "x"), lambda: t.assertIsSubclass(int, str), lambda: t.assertGreaterEqual(1, 2), lambda: t.assertDictEqual({}, []), lambda: t.assertMultiLineEqual("a", "b"), lambda: t.fail(), lambda: t.skipTest("why"), lambda: t.assertLogs().__enter__() and None, lambda: t.assertRaises(5, int), lambda: t.assertEqual([1] * 3, [1] * 2, "extra")]:
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)

#: order of unittest fixtures and cleanups
import unittest, io
def setUpModule(): print("never called")
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class up"); cls.addClassCleanup(print, "class cleanup")
    @classmethod
    def tearDownClass(cls): print("class down")
    def setUp(self): print("up", self._testMethodName); self.addCleanup(print, "cleanup"); self.enterContext(__import__("contextlib").closing(io.StringIO()))
    def tearDown(self): print("down")
    def test_b(self): print("b"); raise KeyError
    def test_a(self): print("a")
    def run(self, r=None): print("run", self.id().split(".")[-1]); return super().run(r)
class R(unittest.TestResult):
    def startTest(self, t): print("start"); super().startTest(t)
    def addError(self, t, e): print("error", e[0].__name__); super().addError(t, e)
    def addSuccess(self, t): print("success")
r = R(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r); print(r)

#: async test cases
import unittest, io
class T(unittest.IsolatedAsyncioTestCase):
    loop_factory = Loop
    def setUp(self): print("sync up")
    async def asyncSetUp(self): print("async up"); self.addAsyncCleanup(self.later)
    async def later(self): print("async cleanup")
    async def asyncTearDown(self): print("async down")
    async def test_a(self): await asyncio.sleep(0); print("a"); self.assertEqual(1, 1)
    async def test_b(self): raise ValueError("b")
    def test_c(self): print("sync test")
r = unittest.TestResult(); old = asyncio._get_running_loop(); asyncio._set_running_loop(None)
try: unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r)
finally: asyncio._set_running_loop(old)
print(r, [(t._testMethodName, e.splitlines()[-1]) for t, e in r.errors])

#: loading tests and the program entry
import unittest, types, io, re
m = types.ModuleType("conf_tests"); exec("import unittest\nclass A(unittest.TestCase):\n def test_x(self): pass\n def test_y(self): self.fail('y')\nclass B(A): pass\n", m.__dict__)
l = unittest.TestLoader(); s = l.loadTestsFromModule(m); print(s.countTestCases(), l.getTestCaseNames(m.A), [str(t).split(" ")[0] for g in s for t in g], l.loadTestsFromName("A.test_x", m).countTestCases(), l.loadTestsFromName("nope", m), len(l.errors), l.errors[0].splitlines()[-1])
o = io.StringIO()
try: unittest.main(m, argv=["prog", "-v", "-k", "x"], testRunner=unittest.TextTestRunner(o, verbosity=1))
except SystemExit as e: print("exit", e.code)
print(re.sub(r"in [\d.]+s", "in TIME", o.getvalue()), unittest.FunctionTestCase(lambda: None).run().testsRun, m.A("test_x") == m.A("test_x"), repr(m.A("test_x")), m.A("test_x").id(), m.A("test_x").shortDescription())
for f in [lambda: m.A("nope"), lambda: unittest.TestSuite([5]), lambda: unittest.TestSuite(["a"]), lambda: l.loadTestsFromTestCase(unittest.TestSuite), lambda: unittest.skipIf(True), lambda: unittest.TestSuite().addTests("ab")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: the interrupt handler of unittest
import signal, unittest
old = signal.getsignal(signal.SIGINT)
try:
    unittest.installHandler(); r = unittest.TestResult(); unittest.registerResult(r)
    signal.raise_signal(signal.SIGINT); print("first", r.shouldStop)
    signal.raise_signal(signal.SIGINT); print("second")
except BaseException as e:
    print(type(e).__name__, e)
finally:
    unittest.removeHandler(); unittest.removeResult(r); signal.signal(signal.SIGINT, old)

#: doctest
import doctest, io, types
m = types.ModuleType("conf_doc"); exec('def f(x):\n    """\n    >>> f(2)\n    4\n    >>> f(3)\n    7\n    >>> f("a")\n    Traceback (most recent call last):\n    TypeError: can\'t multiply sequence by non-int of type \'str\'\n    >>> [1, 2, 3] # doctest: +ELLIPSIS\n    [1, ...]\n    >>> print("a\\\\n\\\\nb")\n    a\n    <BLANKLINE>\n    b\n    >>> f(5); 1/0\n    25\n    """\n    return x * x\n', m.__dict__)
out = []; runner = doctest.DocTestRunner(verbose=False)
for t in doctest.DocTestFinder().find(m): print(t.name, len(t.examples), [e.source for e in t.examples][:2], t.examples[2].exc_msg); runner.run(t, out=out.append)
print("".join(out).replace("^", "").replace("~", "")); print(runner.tries, runner.failures)
print(doctest.DocTestParser().parse("text >>> no\n>>> 1 + 1 # doctest: +SKIP\n2\n")[1].options, doctest.script_from_examples("x\n>>> 1\n1\n"))
for s in [">>>1\n", ">>> 1\n  2\n ...x\n", "  >>> 1\n 2\n", ">>> 1 # doctest: +NOPE\n"]:
    try: print(len(doctest.DocTestParser().get_examples(s)))
    except ValueError as e: print(e)

#: mocks called and asserted
from unittest.mock import *
m = Mock(return_value=5, name="m"); m(1, a=2); m.x.y(3); m.z = 4
print(repr(m)[:16], m.call_count, m.call_args, m.call_args.kwargs, m.mock_calls, m.method_calls, m.x.y.called, m(9), m.z, call(1).foo(2), call(1) == (1,), m.call_args_list, repr(m.x)[:18], m.mock_calls == [call(1, a=2), call.x.y(3), call(9)], m._mock_children.keys())
s = Mock(side_effect=[1, KeyError("k"), DEFAULT]); t = Mock(spec=["a"]); u = NonCallableMock(); v = Mock(spec_set=int)
for f in [s, s, s, s, lambda: m.assert_called_once(), lambda: m.assert_called_with(8), lambda: m.assert_any_call(7), lambda: m.assert_not_called(), lambda: m.assert_has_calls([call(2)]), lambda: t.b, lambda: t.asert_called(), lambda: u(), lambda: setattr(v, "nope", 1), lambda: m.x.y.assert_called_once_with(4), lambda: Mock().assert_called(), lambda: Mock().assret_x, lambda: Mock(bad=1).bad, lambda: m.reset_mock() or m.called, lambda: isinstance(v, int), lambda: Mock().__len__(), lambda: len(Mock()), lambda: Mock(5)()]:
    try: print(str(f()).split(" id=")[0])
    except BaseException as e: print(type(e).__name__, str(e).split(" id=")[0])

#: magic mocks patching and autospec
from unittest.mock import *
import os, types
m = MagicMock(); m.__len__.return_value = 3; m.__getitem__.side_effect = lambda k: k * 2
print(len(m), m["a"], m[3], int(m), bool(m), list(m), str(m)[:10], m.__str__.called, hash(m) == hash(m), 1 in m, float(m), m + 1 is not None, [c[0] for c in m.mock_calls])
with patch("os.getcwd", return_value="/patched") as p, patch.object(os, "sep", "|"), patch.dict(os.environ, {"CONF_M": "1"}): print(os.getcwd(), os.sep, os.environ["CONF_M"], p.call_count)
print(os.sep, "CONF_M" in os.environ, type(os.getcwd()).__name__)
def f(a, b=1): pass
class A:
    def m(self, x): pass
g = create_autospec(f, return_value=9); a = create_autospec(A); o = create_autospec(open)
print(g(1), type(g).__name__, a().m(5) is not None, type(o).__name__, sentinel.x, sentinel.x is sentinel.x, ANY == 5, mock_open(read_data="l1\nl2").return_value.readlines())
for h in [lambda: g(), lambda: g(1, 2, 3), lambda: a().m(), lambda: a().nope, lambda: patch("nodots").start(), lambda: patch.object(A, "nope").start(), lambda: patch.object(A, "m", bad=1, new=2).start(), lambda: seal(m) or m.newattr, lambda: create_autospec(5).zz, lambda: PropertyMock(return_value=3)()]:
    try: print(str(h()).split(" id=")[0])
    except Exception as e: print(type(e).__name__, str(e).split(" id=")[0])

#: async mocks
from unittest.mock import *
class A:
    async def go(self, x): pass
    def plain(self): pass
async def main():
    m = AsyncMock(return_value=3); print(await m(1), m.await_count, m.await_args, m.call_count, m.await_args_list)
    m.side_effect = [1, ValueError("v")]; print(await m())
    try: await m()
    except ValueError as e: print("raised", e)
    a = create_autospec(A); i = a(); print(type(i.go).__name__, type(i.plain).__name__, type(MagicMock(A).go).__name__, await i.go(1) is not None)
    mm = MagicMock(); mm.__aenter__.return_value = "ent"; mm.__aiter__.return_value = [1, 2]
    async with mm as v: print(v, [x async for x in mm])
    for f in [lambda: m.assert_awaited_once(), lambda: m.assert_not_awaited(), lambda: m.assert_awaited_with(5), lambda: i.go.assert_awaited_once_with(1), lambda: i.go(), lambda: AsyncMock().assert_any_await(1)]:
        try: print(f())
        except (AssertionError, TypeError) as e: print(type(e).__name__, e)
run(main())

#: comparing mock calls with any and odd equality
from unittest.mock import *
class NoneEq:
    def __eq__(self, o): return None
    __hash__ = object.__hash__
m = Mock(); x = NoneEq(); m(x, x=x)
print([call(ANY, x=ANY)] == m.mock_calls, m.mock_calls == [call(ANY, x=ANY)], call(ANY) == call(x), call(x) == call(ANY), {"k": ANY} == {"k": x}, {"k": x} == {"k": ANY})
try: m.assert_called_with(ANY, x=ANY); print("asserted")
except AssertionError: print("not asserted")
