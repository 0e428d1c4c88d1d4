# Sources that do not compile, or may not, and what is said of them.
def messages(sources):
    for s in sources:
        try:
            compile(s, "<s>", "exec")
            print(repr(s), "compiles")
        except SyntaxError as e:
            print(repr(s), type(e).__name__, e.msg)


def places(sources):
    for s in sources:
        try:
            compile(s, "<s>", "exec")
            print(repr(s), "compiles")
        except SyntaxError as e:
            print(repr(s), e.lineno, e.offset, e.end_lineno, e.end_offset)


BRACKETS_AND_STRINGS = ("(", "(]", "x = (1,\n", "def f(:", "f(1, 2", "a[1", "{1: 2", "}", "'abc", '"""abc', "f'{a'", "f'{a!x}'", "f'{}'", "f'{a:{b'", "f'}'", "'\\N{foo}'", "b'\u00e9'", "'\\x1'", "'\\u12'", "x = '", "(1 2)", "[1 2]", "{1 2}", "('a' 1)", "f'{a b}'")
STATEMENTS = ("if x\n  y", "if x = 1: pass", "for x y: pass", "while 1", "def f()\n  pass", "class C\n  pass", "else: pass", "try: pass", "try: pass\nx = 1", "except: pass", "import", "import a.b as", "from x import", "from x import (", "from x import a,", "from . import *\ndef f(): from x import *", "import a as b.c", "raise x from", "del", "del f()", "del 1", "assert", "with x as 1: pass", "return", "yield", "break", "continue", "pass pass", "print 1", "exec 'a'")
ASSIGNMENTS = ("1 = x", "x + 1 = 2", "f() = 1", "None = 1", "True += 1", "(a, 1) = 2", "[a, f()] = 2", "a, b += 1", "*a = 1", "*a, *b = 1", "x = *a", "(x := 1) = 2", "x := 1", "(a.b := 1)", "(a[0] := 1)", "a = b = 1 = c", "x: int: str", "(x, y): int", "[x]: int = 1", "lambda: x = 1", "f(a=1, a=2)", "f(a.b=1)", "f(True=1)", "f(a=1, 2)", "f(**a, *b)", "f(**a, b)", "f(x for x in y, 1)", "__debug__ = 1", "a if b = 1", "x = yield = 1", "'a' = 1", "f'{a}' = 1", "{a: 1} = 2", "a < b = 1", "-a = 1", "... = 1", "(yield) = 1", "await x = 1")
PARAMETERS = ("def f(a, a): pass", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(/): pass", "def f(a, /, b, /): pass", "def f(*a, *b): pass", "def f(**k, a): pass", "def f(**k=1): pass", "def f(*a=1): pass", "def f(a, *, /): pass", "def f(*, /, a): pass", "def f(1): pass", "def f((a)): pass", "def f(None): pass", "def f(a, **k, **j): pass", "lambda *: 1", "lambda a, a: 1", "lambda a=1, b: 1", "def f(a:): pass", "def f(a=): pass", "def f() -> : pass", "def f(*, a, *b): pass", "def 3(): pass", "def f[T, T](): pass", "class C[*T=1]: pass", "type X = yield", "def f[T=int, U](): pass")
SCOPES = ("def f():\n  x = 1\n  global x", "def f():\n  print(x)\n  nonlocal x", "x = 1\nglobal x", "nonlocal x", "def f(x):\n  global x", "def f(x):\n  nonlocal x", "def f():\n  nonlocal zz", "def f():\n  global x\n  nonlocal x", "class C:\n  nonlocal q", "[x := 1 for x in y]", "[(y := 1) for x in (y := 2)]", "class C:\n  [z := 1 for x in y]", "def f():\n  import a\n  global a", "def f():\n  global a\n  a: int", "async def f():\n  yield from x", "await x", "def f():\n  await x", "async def f():\n  yield 1\n  return 2", "[await x for x in y]", "def f():\n  [x async for x in y]", "async with a: pass", "class C:\n  return 1", "class C:\n  yield 1", "lambda: (yield)", "[(yield) for x in y]", "from __future__ import nope", "x = 1\nfrom __future__ import annotations", "from __future__ import braces")
INDENTATION = ("  x = 1", "if 1:\nx", "if 1:\n  x\n y", "if 1:\n\tx\n        y", "def f():\n", "class C:", "for x in y:\n# only a comment\n", "while 1:\n", "try:\nx\nexcept: y", "with a:\nb", "x = 1\n  y = 2", "if 1:\n  x\n    y", "match x:\n y = 3", "match x:\ncase 1: pass", "match x:\n  case 1:\n  pass", "if 1: x\nelse:\ny", "try: x\nfinally:\ny", "try: x\nexcept E:\ny", "if 1: x\nelif 2:\ny", "def f():\n  x\n\ty")
NUMBERS_NAMES_AND_OPERATORS = ("1a", "0777", "0x", "0b12", "0o8", "1__0", "1_", "1e", "1.2.3", "x $ y", "x ? y", "a ! b", "a <> b", "x++", "x--;", "a = = b", "a => b", "\u20ac = 1", "x = \u201ca\u201d", "a\\ b", "x = 5 6", "1 if 2", "1 if 2 else", "x = not", "a and", "x is is y", "f(", "a..b", "a.1", "@x", "x = @y", "a, = ", "{**a for b in c}", "[*a for b in c]", "{a: *b}", "f(*)", "f(**)", "lambda", "0_7", "1if 2else 3", "0xfor x in y", "print(a b)", "a = 1 b = 2")
PATTERNS_AND_HANDLERS = ("match x:\n  case a: 1\n  case b: 2", "match x:\n  case a | b: 1", "match x:\n  case (a, a): 1", "match x:\n  case {**a, 'b': 1}: 1", "match x:\n  case C(a=1, a=2): 1", "match x:\n  case C(a=1, 2): 1", "match x:\n  case 1 as _: 1", "match x:\n  case 1 as a.b: 1", "match x:\n  case [*a, *b]: 1", "match x:\n  case {1: a, 1: b}: 1", "match x:\n  case -a: 1", "match x:\n  case 1 + 1: 1", "match x:\n  case _: 1\n  case 2: 3", "match x:\n  case", "try: a\nexcept: b\nexcept C: d", "try: a\nexcept* E: b\nexcept F: c", "try: a\nexcept*: b", "try: a\nexcept E as 1: b", "try: a\nexcept E as x.y: b", "try: a\nexcept* E: break", "try: a\nexcept* E: return", "try: a\nelse: b", "try: a\nexcept E, F as g: b", "try: a\nexcept E, F: b", "raise a, b", "with (a as b, c as 1): d", "for 1 in x: y", "for f() in x: y", "for x in : y", "async x")
MISSPELT = ("whille True: pass", "imporrt os", "fro x in y: pass", "def f():\n  retrun 1", "clas C: pass", "if x == 1 adn y: pass", "x = Flase else 2", "for x on y: pass", "elseif x: pass", "if 1: pass\nelse if 2: pass", "if 1: pass\nelse: 2\nelif 3: 4", "x = 1 if 2 else pass", "print 'a'", "print a, b", "f(a, b for b in c)", "ur'a'", "bu'a'", "fb'a'", "tb'a'", "t'a' 'b'", "t'{a}' f'b'", "import a from b", "from a import b as c.d", "{1:2, 3}", "{1, 2:3}", "{1:}", "{:2}", "(a=1)", "x = {'a' 'b': }", "a.b.c = d e")


#: exec with separate globals and locals
g, l = {"a": 1}, {"b": 2}
exec("c = a + b\nglobal d\nd = 4\ndef f(): return c", g, l)
print(sorted(k for k in g if k != "__builtins__"), sorted(l))
try: l["f"]()
except NameError as e: print(e)
for src in ("class K: x = b", "class K: x = a\nprint(K.x)", "print([b for i in range(1)])", "print((lambda: b)())", "print([i for i in [b]])"):
    try: exec(src, g, l)
    except NameError as e: print(src, e)

#: exec adds builtins to the globals
g = {}
print(exec("x = len('abc')", g), g["x"], "__builtins__" in g, type(g["__builtins__"]).__name__, list(g))
import builtins
g = {"__builtins__": builtins}
exec("y = 1", g)
print(g["__builtins__"] is builtins)
print(eval("__name__", {"__name__": "other"}), eval("len", {"__builtins__": {"len": 5}}))

#: restricted builtins
for b in ({}, {"print": print}, None, 5, {"__import__": None}, {"__build_class__": None}):
    for src in ("len('a')", "import os", "class C: pass", "x = 1"):
        try: exec(src, {"__builtins__": b}); r = "ok"
        except BaseException as e: r = f"{type(e).__name__}: {e}"
        print(b if b != {"print": print} else "print", "|", src, "|", r)

#: restricted builtins with getitem and missing
class B(dict):
    def __missing__(self, k): print("missing", k); return k.upper()
print(eval("abc + len", {"__builtins__": B(len="LEN")}))
g = {"__builtins__": B()}
exec("def f(): return inner", g)
print(g["f"](), type(g["f"].__builtins__).__name__)

#: locals mapping with custom access
class L:
    def __getitem__(self, k):
        print("get", k)
        if k == "z": return 26
        raise KeyError(k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
exec("x = z\ndel q\ny = len('ab')", {}, L())
try: eval("nope", {}, L())
except NameError as e: print(e)

#: wrong arguments of eval and exec
for f in (lambda: eval(3), lambda: exec(3), lambda: eval("1", 3), lambda: eval("1", {}, 3), lambda: exec("1", [1]), lambda: exec("1", {}, "a"), lambda: eval(), lambda: exec(), lambda: eval("1", None, None), lambda: exec("1", globals={}, locals=None),
        lambda: eval(source="1"), lambda: eval(b"1 + 1"), lambda: eval("  1"), lambda: eval("\n1"), lambda: eval("1\0"), lambda: eval(""), lambda: eval("x = 1"), lambda: eval("1; 2"), lambda: eval(compile("x = 1", "<c>", "exec")), lambda: eval(bytearray(b"2"))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: exec of a code object with free variables
def outer():
    x, y = 1, 2
    def inner():
        print(x, y)
    return inner
import types
code = outer().__code__
print(code.co_freevars)
def cell(v): return types.CellType(v)
exec(code, closure=(cell("a"), cell("b")))
for c in (None, (), (cell(1),), [cell(1), cell(2)], (1, 2), "no"):
    try: exec(code, closure=c) if c != "no" else exec("1", closure=(cell(1),))
    except TypeError as e: print(e)
try: eval(code)
except TypeError as e: print(e)

#: wrong arguments of compile
for f in (lambda: compile("1"), lambda: compile("1", "f", "run"), lambda: compile(1, "f", "exec"), lambda: compile("1", 3, "exec"), lambda: compile("1", "f", "exec", 1 << 30), lambda: compile("1", "f", "exec", optimize=5), lambda: compile("1\0", "f", "exec"),
        lambda: compile("1", "f", 3), lambda: compile(b"\xff", "f", "exec"), lambda: compile("1", b"f", "exec").co_filename, lambda: compile("1\n2", "f", "single"), lambda: compile("1", "f", "func_type"), lambda: compile("x=1", "f", "exec", dont_inherit=3).co_names, lambda: compile("(int) -> str", "f", "func_type", 1024).__class__.__name__):
    try: print(f())
    except BaseException as e: print(type(e).__name__, str(e).split(" (")[0])

#: flags and optimisation of compile
import __future__, ast
src = "assert 0, 'asserted'\nr = __debug__"
for o in (-1, 0, 1, 2):
    g = {}
    try: exec(compile(src, "f", "exec", optimize=o), g); print(o, g["r"])
    except AssertionError as e: print(o, e)
d = "def f():\n    'doc'\n    return f.__doc__"
for o in (0, 2): g = {}; exec(compile(d, "f", "exec", optimize=o), g); print(g["f"]())
c = compile("def f(a: int): pass", "f", "exec", __future__.annotations.compiler_flag)
exec(c, g); print(g["f"].__annotations__, bool(c.co_flags & __future__.annotations.compiler_flag))
print(type(compile("1", "f", "eval", ast.PyCF_ONLY_AST)).__name__)

#: attributes of a code object
def f(a, b, /, c, *args, d=1, **kw):
    x = a + len(args)
    def g(): return x, c
    return g
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_flags)
print(c.co_varnames, c.co_cellvars, c.co_freevars, c.co_names, c.co_filename, c.co_firstlineno)
g = f(1, 2, 3).__code__
print(g.co_freevars, g.co_flags, g.co_qualname, [k for k in c.co_consts if not hasattr(k, "co_name")])
try: c.co_name = "x"
except AttributeError as e: print(e)

#: code objects replaced and compared
def f(a): return a + 1
c = f.__code__
d = c.replace(co_name="renamed", co_firstlineno=10)
print(d.co_name, d.co_firstlineno, c == d, c == c.replace(), hash(c) == hash(c.replace()))
f.__code__ = d
print(f(1), f.__name__, f.__qualname__)
for kw in (dict(co_name=3), dict(co_argcount=-1), dict(nope=1), dict(co_consts=[1]), dict(co_varnames=("a", 3)), dict(co_argcount=9)):
    try: c.replace(**kw)
    except Exception as e: print(type(e).__name__, e)

#: lines and positions of a code object
src = "x = 1\ny = (2 +\n     x)\nz = [\n  y]\n"
c = compile(src, "<s>", "exec")
print(sorted({l for _, _, l in c.co_lines() if l}))
print(sorted({p for p in c.co_positions() if p[0] and p[2] is not None and p[0] > 0})[:6])
g = {}
try: exec(compile("a = 1\nb = (a +\n  a.nope)", "<s>", "exec"), g)
except AttributeError as e: print(e.__traceback__.tb_next.tb_lineno)

#: literal eval of good and bad sources
import ast
for s in ("[1, -2, 3+4j]", "{'a': {1, 2}}", "set()", "b'x' 'y'", "1+1", "len", "f'{1}'", "[1,", "-'a'", "  1", "1\n    2", "{**{}}", "(1 for x in y)", "...", "+1", "--1", "{[]: 1}", "1j+2", "'a' + 'b'", "not True", "", "\t\n 5", "list()"):
    try: print(repr(s), ast.literal_eval(s))
    except Exception as e: print(repr(s), type(e).__name__, e)

#: messages of syntax errors of brackets and strings
messages(BRACKETS_AND_STRINGS)

#: places of syntax errors of brackets and strings
places(BRACKETS_AND_STRINGS)

#: messages of syntax errors of statements
messages(STATEMENTS)

#: places of syntax errors of statements
places(STATEMENTS)

#: messages of syntax errors of assignments
messages(ASSIGNMENTS)

#: places of syntax errors of assignments
places(ASSIGNMENTS)

#: messages of syntax errors of parameters
messages(PARAMETERS)

#: places of syntax errors of parameters
places(PARAMETERS)

#: messages of syntax errors of scopes
messages(SCOPES)

#: places of syntax errors of scopes
places(SCOPES)

#: messages of syntax errors of indentation
messages(INDENTATION)

#: places of syntax errors of indentation
places(INDENTATION)

#: messages of syntax errors of numbers names and operators
messages(NUMBERS_NAMES_AND_OPERATORS)

#: places of syntax errors of numbers names and operators
places(NUMBERS_NAMES_AND_OPERATORS)

#: messages of syntax errors of patterns and handlers
messages(PATTERNS_AND_HANDLERS)

#: places of syntax errors of patterns and handlers
places(PATTERNS_AND_HANDLERS)

#: misspelt keywords and other helpful syntax errors
messages(MISSPELT)

#: places of misspelt keywords and other helpful syntax errors
places(MISSPELT)

#: text and attributes of a syntax error
for s in ("x = 1\ny = 2 3\nz", "if 1:\n    a = = 2", "\tx = (\n", "'''a\nb''' = 1", "\u00e9\u00e9 = \u00e9 \u00e9", "f(a,\n  b c,\n d)"):
    try: compile(s, "name.py", "exec")
    except SyntaxError as e: print(repr(e.text), e.filename, e.args[1][1:3], e.print_file_and_line, str(e))
e = SyntaxError("m", ("f", 1, 2, "t", 3, 4)); print(e.end_lineno, str(e), repr(e))
for a in (("m", ("f", 1)), ("m", ("f", 1, 2, "t", 3)), ("m", 5), (), ("a", "b", "c")):
    try: x = SyntaxError(*a); print(x.msg, x.lineno, str(x))
    except Exception as e: print(type(e).__name__, e)

#: traceback of a syntax error points at the place
import traceback
for s in ("x = 1 +\n", "def f():\n    return 1 2\n", "a = (1,\nb = 2\n", "  x", "for i in range(3)\n    pass", "'a' = b", "import a.b as"):
    try: compile(s, "<s>", "exec")
    except SyntaxError as e: print("".join(traceback.format_exception_only(e)), end="")

#: invalid escapes and other syntax warnings
import warnings
for s in ("'\\d'", "b'\\q'", "1 is 1", "x is 'a'", "assert (x, 'm')", "1()", "'a'[None]", "[1][2, 3]", "1or 2", "1in x", "'\\777'", "def f():\n  try: a\n  finally: return 1", "for x in y:\n  try: a\n  finally: break", "f'{x}' ()", "(1)(2)", "{}['a']", "x = 5if 1else 2"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        compile(s, "<s>", "exec")
    print(repr(s), [(x.category.__name__, str(x.message), x.lineno) for x in w])

#: locals of a function is a fresh copy
def f(a):
    x = 1
    l = locals()
    x = 2
    l["x"] = 99; l["new"] = 5
    print(x, l["x"], locals()["x"], "new" in locals(), l is locals())
    exec("x = 7; y = 8")
    print(x, "y" in locals())
    d = {}
    exec("x = 7; y = x", None, d); print(d, eval("x + a"))
f(3)
print(locals() is globals())

#: frame locals proxy writes through
import sys
def f():
    x = 1
    p = sys._getframe().f_locals
    p["x"] = 5; p["extra"] = 6
    print(x, type(p).__name__, dict(p) == {"x": 5, "extra": 6, "p": p} or sorted(p), "extra" in locals(), p == sys._getframe().f_locals, p is sys._getframe().f_locals)
    for step in ("del p['x']", "p.clear()", "p.pop('x')", "p.popitem()", "p['zz']", "del p['extra']", "p[3] = 4"):
        try: exec(step, {"p": p}); print(step, "done")
        except Exception as e: print(step, type(e).__name__, e)
    print(list(reversed(p))[0], len(p), p.get("q", 0), p | {"x": 0} == {})
f()

#: locals in classes comprehensions and generators
class C:
    a = 1
    locals()["b"] = 2
    l = [sorted(locals()) == sorted(locals()) and i for i in range(2)]
    k = sorted(n for n in locals() if len(n) == 1)
print(C.b, C.l, C.k)
def f(x): return [(i, sorted(locals())) for i in range(1)], list(sorted(locals()) for j in range(1))
print(f(1))
def g():
    y = 1
    yield locals()
    y = 2
    yield locals()
print(list(g()))

#: names unbound in functions
def f(flag):
    if flag: x = 1
    return x
def g():
    def h(): return y
    try: h()
    except NameError as e: print(type(e).__name__, e, e.name)
    y = 1; del y; h()
def k():
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
for h in (lambda: f(False), g, k, lambda: undefined_name, lambda: exec("del nothing"), lambda: exec("def q():\n  del z\n  z = 1\nq()")):
    try: h()
    except NameError as e: print(type(e).__name__, e, e.name)

#: suggestions for undefined names in a traceback
import traceback
def f():
    counter = 1
    return conter
class C:
    value = 1
    def get(self): return value
for g in (f, C().get, lambda: pritn, lambda: jsn, lambda: json, lambda: sys, lambda: zzzzz):
    try: g()
    except NameError as e: print("".join(traceback.format_exception_only(e)).strip())

#: deep nesting of a source
for s, mode in (("(" * 150 + "1" + ")" * 150, "eval"), ("[" * 250 + "]" * 250, "eval"), ("{" * 90 + "1" + "}" * 90, "eval"), ("".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass", "exec"), ("\n".join("  " * i + f"for i{i} in x:" for i in range(22)) + "\n" + "  " * 22 + "pass", "exec")):
    try: compile(s, "<s>", mode); print("compiles")
    except (SyntaxError, RecursionError, MemoryError) as e: print(type(e).__name__, str(e).split(" (")[0])

#: deep unary source overflows the parser
try: compile("-" * 100000 + "4", "s", "eval")
except (MemoryError, RecursionError) as e: print(type(e).__name__, e)

#: very many statements in one source
c = compile("if a: b\n" * 200000, "s", "exec")
print(type(c).__name__, c.co_names)

#: old line table and other rarely used parts of code objects
import warnings
def f():
    x = 1
    return x
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(type(f.__code__.co_lnotab).__name__)
print([(x.category.__name__, str(x.message)) for x in w])
print(type(f.__code__.co_linetable).__name__, type(f.__code__.co_exceptiontable).__name__, f.__code__.co_stacksize > 0, type(f.__code__.co_code).__name__)
print(f.__code__.co_consts, f.__code__._varname_from_oparg(0), hasattr(f.__code__, "co_nothing"))
