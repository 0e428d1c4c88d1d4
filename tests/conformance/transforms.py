#: dump of small trees
import ast
for s in ("x = 1", "a.b[c:d]", "f(*a, k=1, **b)", "lambda x, /, *y, z=1: x", "[i async for i in x if y]", "f'{a!r:>{w}}b'", "a < b <= c", "x: int = 3", "del a, b", "not a or b and c", "t'{a}b'", "{**a, 'b': 1}", "await x", "(yield)", "a if b else c", "(a := 1)", "...", "import a.b as c, d", "from .. import x", "global g"):
    print(ast.dump(ast.parse(s)))

#: dump with options
import ast
t = ast.parse("def f(a, b=1): return a")
print(ast.dump(t, annotate_fields=False))
print(ast.dump(t, include_attributes=True)[:200])
print(ast.dump(t.body[0].args, indent=1))
print(ast.dump(t.body[0].args, indent="--", show_empty=True))
print(ast.dump(ast.Constant(1, kind="u")), ast.dump(ast.Name()), ast.dump(ast.List(elts=[], ctx=ast.Load())))
for bad in (5, None, [ast.Name()]):
    try: print(ast.dump(bad))
    except TypeError as e: print(e)

#: statements of all kinds in a tree
import ast
srcs = ["class C(A, metaclass=M): x = 1", "async def f(): pass", "def f[T: int, *U, **V](): pass", "type X[T] = list[T]", "match x:\n case {'a': 1, **r}: pass\n case C(a, b=2) | [1, *_] as z if y: pass\n case None | -1 | 'a' | 1+2j: pass", "try: a\nexcept* E as e: b\nelse: c\nfinally: d", "with a as b, c: pass", "for x in y: break\nelse: continue", "raise A from B", "assert a, b", "x += 1; nonlocal_ = 2", "async with a: pass", "@d\ndef f() -> int: 'doc'"]
for s in srcs:
    if s.startswith("async with"): s = "async def f():\n " + s
    print(ast.dump(ast.parse(s).body[0]))

#: unparse of expressions keeps meaning
import ast
for s in ("(a+b)*c", "a+(b*c)", "-(-a)", "not (a and b)", "(a if b else c) if d else e", "a**-b", "(-a)**b", "(a, b)", "(a,)", "()", "lambda: (yield)", "lambda a, /, b=1, *c, d, **e: 0", "x[1:2, ::3]", "x[(1, 2)]", "x[*a]", "f(a)(b).c", "{1: 2, **a}", "{*a, 1}", "[*a]", "(x for x in y if z)", "f((x for x in y), 1)", "'it\\'s \"q\"'", "b'\\x00a'", "1e1000", "-1e1000", "1j", "f'{a}{{b}}{c!r:x{d}}'", "f'{\"a\"}'", "a @ b", "(a := 1)", "await (a + b)", "a < (b < c)", "(a < b) < c", "not a in b", "~a.b", "1 .real", "(1).real", "1.0.real", "'a' 'b'", "u'x'", "...", "t'{a!s}x{b:>3}'", "f'{a=}'", "''' \n'''"):
    print(s, "->", ast.unparse(ast.parse(s)))

#: unparse of statements
import ast
src = '''
@d(1)
class C[T](A, k=1):
    """doc 'quoted'"""
    x: int
    (y): str = 2
    def f(self, a, /, b: int=1, *args, c, d=2, **kw) -> None:
        if a: pass
        elif b: return
        else: raise X from None
        async def g(): await x
'''
print(ast.unparse(ast.parse(src)))

#: unparse of compound statements
import ast
for s in ("try:\n a\nexcept (A, B) as e:\n b\nelse: c\nfinally: d", "with (a as b, c as (d, e)): pass", "for i, j in x:\n a\nelse:\n b", "while a: continue", "match x:\n  case [a, *_, 1] if b: pass\n  case {'k': v, **r} | C(1, k=2) as z: pass\n  case -1 | None | a.b: pass\n  case _: pass", "x = y = *a, b", "del a[0], b.c", "from . import (a as b, c)", "from ...x import *", "global a, b", "assert a, (b, c)", "return_ = a, b", "type A[T: int = str, *U, **V] = T", "async def f():\n async for x in y: await z\n async with a: yield b", "if a: b; c", "a: int", "x @= y", "print(a, end='')", "try: a\nexcept* E: b", "raise", "lambda: 0", "(yield_)"):
    print(ast.unparse(ast.parse(s)))

#: node transformer replaces removes and multiplies
import ast
class T(ast.NodeTransformer):
    def visit_Name(self, n): return ast.Name(n.id.upper(), n.ctx)
    def visit_Pass(self, n): return None
    def visit_Expr(self, n): self.generic_visit(n); return [n, n]
    def visit_Constant(self, n): return ast.Constant(n.value * 2)
    def visit_Delete(self, n): return ast.Pass()
t = T().visit(ast.parse("a + 1\nx = f('s', k=b)\npass\ndel y\nif c: pass\n"))
print(ast.unparse(t))
print(ast.dump(t)[-120:])
try: exec(compile(ast.fix_missing_locations(t), "t", "exec"))
except ValueError as e: print(e)

#: changed tree is compiled and run
import ast
class Swap(ast.NodeTransformer):
    def visit_BinOp(self, n):
        self.generic_visit(n)
        if isinstance(n.op, ast.Add): return ast.copy_location(ast.BinOp(n.left, ast.Mult(), n.right), n)
        return n
t = ast.parse("def f(a, b):\n    return (a + b) + 2\nprint(f(3, 4))")
exec(compile(Swap().visit(t), "<t>", "exec"))
t = ast.parse("x + y", mode="eval")
print(eval(compile(Swap().visit(t), "<e>", "eval"), {"x": 5, "y": 6}))
try: compile(t, "<e>", "exec")
except TypeError as e: print(e)

#: order of node visitor calls
import ast
class V(ast.NodeVisitor):
    def visit(self, n): print(type(n).__name__, end=" "); return super().visit(n)
    def visit_Call(self, n): print("[call", end=" "); self.generic_visit(n); print("call]", end=" ")
    def visit_FunctionDef(self, n): print("skip", n.name, end=" "); return n.name
print(V().visit(ast.parse("x = f(a, *b, k=1)\ndef g(): f()\n[y for y in z]")))
print([type(n).__name__ for n in ast.walk(ast.parse("a = b.c(1)"))])
print([n for n, v in ast.iter_fields(ast.parse("f(a)").body[0].value)], [type(c).__name__ for c in ast.iter_child_nodes(ast.parse("f(a)").body[0].value)])

#: locations of nodes
import ast
src = "x = (1 +\n     yé)\n@d\ndef f(a, *, b=2): 'doc'\nclass C: pass\n'''a\nb'''.join(z)\nf'a{b}c'\n"
for n in ast.walk(ast.parse(src)):
    if hasattr(n, "lineno"): print(type(n).__name__, n.lineno, n.col_offset, n.end_lineno, n.end_col_offset, repr(ast.get_source_segment(src, n)))

#: locations are fixed copied and moved
import ast
n = ast.BinOp(ast.Name("a", ast.Load()), ast.Add(), ast.Constant(1))
t = ast.Expression(n)
try: compile(t, "t", "eval")
except TypeError as e: print(e)
n.lineno, n.col_offset = 3, 4
ast.fix_missing_locations(t)
print([(type(x).__name__, x.lineno, x.col_offset, x.end_lineno) for x in ast.walk(t) if hasattr(x, "lineno")])
ast.increment_lineno(t, 10); print(n.lineno, n.left.lineno)
m = ast.copy_location(ast.Constant(5), n); print(m.lineno, m.end_lineno, hasattr(ast.Constant(5), "lineno"))
n.end_lineno = 1
try: compile(t, "t", "eval")
except ValueError as e: print(e)

#: errors of trees with missing or wrong fields
import ast
L, S = ast.Load(), ast.Store()
N = lambda i="a", c=L: ast.Name(i, c)
trees = [ast.Expr(), ast.Expr(5), ast.Expr(N(5)), ast.Expr(N("a", S)), ast.Assign([], N()), ast.Assign([N()], N()), ast.Assign([ast.Constant(1)], N()), ast.If(N(), [], []), ast.Expr(ast.BinOp(N(), 5, N())), ast.Expr(ast.BoolOp(ast.And(), [N()])), ast.Expr(ast.Compare(N(), [], [])), ast.Expr(ast.Compare(N(), [ast.Lt()], [])), ast.Expr(ast.Call(N(), [5], [])), ast.Expr(ast.Dict([N()], [])), ast.Return(N()), ast.Expr(ast.List([None], L)), ast.For(N(), N(), [ast.Pass()], []), ast.Try([ast.Pass()], [], [], []), ast.With([], [ast.Pass()]), ast.Import([]), ast.Global([]), ast.Delete([N()]), ast.Expr(ast.Lambda(5, N())), ast.Expr(N("None")), ast.Expr(N("")), ast.Raise(None, N()), ast.ImportFrom("a", [], 0), ast.Pass(lineno="x"), 5, ast.Expr(ast.Constant([1]))]
for t in trees:
    try: compile(ast.fix_missing_locations(ast.Module([t], [])) if t != 5 else ast.Module([5], []), "t", "exec"); print("compiles")
    except Exception as e: print(type(e).__name__, str(e).split(" at 0x")[0])

#: names and attributes that are not allowed in trees
import ast
L = ast.Load()
def try_it(e):
    try: print(eval(compile(ast.fix_missing_locations(ast.Expression(e)), "t", "eval"), {"a": 5}))
    except Exception as x: print(type(x).__name__, x)
for e in (ast.Name("True", L), ast.Name("a b", L), ast.Name("__debug__", L), ast.Attribute(ast.Name("a", L), "not valid", L), ast.Constant((1, "a", b"b", None, ...)), ast.Constant({1}), ast.Constant(frozenset({1})), ast.Constant(object), ast.Constant([]), ast.Constant(2.5), ast.JoinedStr([ast.Constant("x"), ast.FormattedValue(ast.Name("a", L), 114)]), ast.JoinedStr([ast.Constant(5)]), ast.FormattedValue(ast.Name("a", L), 99), ast.Starred(ast.Name("a", L), L), ast.Slice(), ast.Tuple([], L), ast.UnaryOp(ast.USub(), ast.Constant(True)), ast.NamedExpr(ast.Name("z", ast.Store()), ast.Constant(1)), ast.Yield(), ast.Await(ast.Name("a", L)), ast.Interpolation(ast.Name("a", L), "a", -1)):
    try_it(e)

#: making nodes with wrong arguments
import ast, warnings
for f in (lambda: ast.Name(), lambda: ast.Name("a"), lambda: ast.Name("a", ast.Load(), 5), lambda: ast.Name("a", id="b"), lambda: ast.Name(nope=1), lambda: ast.Constant(), lambda: ast.BinOp(), lambda: ast.FunctionDef(name="f"), lambda: ast.List(), lambda: ast.Call(func=1), lambda: ast.expr(), lambda: ast.AST(1), lambda: ast.Add(1), lambda: ast.Module(), lambda: ast.arguments(), lambda: ast.alias(asname="x")):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r = ast.dump(f())
        except Exception as e: r = f"{type(e).__name__}: {e}"
    print(r, sorted((x.category.__name__, str(x.message)) for x in w))

#: classes of nodes
import ast
for c in (ast.Name, ast.BinOp, ast.If, ast.Add, ast.arguments, ast.Constant, ast.match_case, ast.TypeAlias, ast.Module, ast.AST, ast.Interpolation):
    print(c.__name__, c.__bases__[0].__name__, c._fields, c._attributes, c.__match_args__, getattr(c, "_field_types", {}).get("id"), c.__module__)
n = ast.Name("a", ast.Load()); n.extra = 5
print(n.extra, sorted(vars(n)), ast.Load() is ast.Load())
del n.id
try: n.id
except AttributeError as e: print(e)
print(repr(ast.Constant(1)), repr(ast.parse("x = [1, 2, 3]").body[0]))

#: docstrings of node classes
import ast
for c in (ast.Constant, ast.Name, ast.expr, ast.If, ast.AST, ast.Add, ast.Module, ast.comprehension):
    print(c.__name__, repr(c.__doc__)[:70])

#: deprecated node classes are gone or warn
import ast
for n in ("Num", "Str", "Bytes", "NameConstant", "Ellipsis", "Index", "ExtSlice", "Suite", "AugLoad", "AugStore", "Param", "slice", "PyCF_ALLOW_TOP_LEVEL_AWAIT", "Interpolation"):
    try: print(n, getattr(ast, n).__name__ if isinstance(getattr(ast, n), type) else "value")
    except AttributeError as e: print(e)

#: nodes are compared copied and pickled
import ast, copy, pickle
a, b = ast.parse("x = f(1)"), ast.parse("x  =  f( 1 )")
print(a == b, ast.compare(a, b), ast.compare(a, b, compare_attributes=True), ast.compare(a, ast.parse("x = f(2)")), ast.compare(ast.Constant(1), ast.Constant(True)))
c, d, p = copy.copy(a), copy.deepcopy(a), pickle.loads(pickle.dumps(a))
print(c.body is a.body, d.body is a.body, ast.dump(p, include_attributes=True) == ast.dump(a, include_attributes=True))
r = copy.replace(ast.Name("a", ast.Load()), id="b"); print(ast.dump(r))
for kw in (dict(nope=1), dict(lineno=3, id="c")):
    try: print(ast.dump(copy.replace(r, **kw), include_attributes=True))
    except TypeError as e: print(e)
match a.body[0]:
    case ast.Assign([ast.Name(id)], ast.Call(ast.Name(f), [ast.Constant(v)])): print(id, f, v)

#: kinds and values of constants
import ast
for s in ("1", "1.5", "1j", "'a'", "u'a'", "b'a'", "True", "None", "...", "r'\\d'", "'a' u'b'", "u'a' 'b'", "0x10", "1_000", "'''x'''", "-1", "'a' 'b'", "b'a' b'b'", "10**2", "0.1e1"):
    n = ast.parse(s, mode="eval").body
    print(s, type(n).__name__, repr(getattr(n, "value", "-")), getattr(n, "kind", "-"), type(getattr(n, "value", None)).__name__)

#: docstrings out of trees
import ast
t = ast.parse('"""Module\n\n    indented\n"""\ndef f():\n    """  Doc of f\n\n      more\n    """\nclass C:\n    x = 1\n    "not doc"\nasync def g(): f"no"\n')
print(repr(ast.get_docstring(t)), repr(ast.get_docstring(t, clean=False)))
for n in t.body[1:]: print(n.name, repr(ast.get_docstring(n)))
try: ast.get_docstring(t.body[0])
except TypeError as e: print(e)

#: parse modes and options
import ast
print(ast.dump(ast.parse("(int, *str, **x) -> y", mode="func_type")), ast.dump(ast.parse("1", mode="eval")), ast.dump(ast.parse("1\n", mode="single")))
t = ast.parse("x = 1 # type: int\nfor a in b: # type: str\n  pass\n# type: ignore[x]\n", type_comments=True)
print(ast.dump(t))
for kw in (dict(feature_version=(3, 7)), dict(feature_version=(3, 14)), dict(feature_version=(2, 7)), dict(feature_version=8)):
    for s in ("(x := 1)", "match x:\n case 1: pass", "def f(a, /): pass"):
        try: ast.parse(s, **kw); print(s[:5], kw, "parses")
        except (SyntaxError, ValueError) as e: print(s[:5], kw, type(e).__name__, e)
print(ast.dump(ast.parse("1 + 2 * 3", optimize=1)), ast.dump(ast.parse("__debug__", optimize=1)))

#: tokens of a small source
import tokenize, io
src = "if x == 1:  # note\n    y = f'{a!r}b'\n\n    z\n"
for t in tokenize.generate_tokens(io.StringIO(src).readline): print(tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type], repr(t.string), t.start, t.end)
print(next(tokenize.tokenize(io.BytesIO(b"# coding: latin-1\nx").readline)).string)

#: tokenize of wrong sources
import tokenize, io
for s in ("(", "'abc", '"""abc', "x = $", "if 1:\n  x\n y", "0777", "1a", "f'{a", "x\\", "x = 'a\n", "\tx\n  y", ")", "a\\ b", "\u20ac", "0x", "?", "x = (\n1", "!", "f'}'", "1__0", "'\u00e9", "[}"):
    try: print(repr(s), [t.string for t in tokenize.generate_tokens(io.StringIO(s).readline)])
    except (tokenize.TokenError, SyntaxError) as e: print(repr(s), type(e).__name__, e.args[0], e.args[1][:3] if len(e.args) > 1 else "")

#: untokenize and the encoding cookie
import tokenize, io
src = "x  =  [1,\n   2]  # c\nif x :\n\tpass\n"
toks = list(tokenize.generate_tokens(io.StringIO(src).readline))
print(tokenize.untokenize(toks) == src, repr(tokenize.untokenize([(t.type, t.string) for t in toks])))
for b in (b"", b"# -*- coding: utf-8 -*-", b"#!x\n# vim: set fileencoding=ascii :\n", b"\xef\xbb\xbf# x", b"# coding: nope\n", b"\xef\xbb\xbf# coding: latin-1\n", b"\n\n# coding: ascii\n", b"'\xff'\n", b"# coding=UTF-8-SIG\n"):
    try: print(b, tokenize.detect_encoding(io.BytesIO(b).readline)[0])
    except SyntaxError as e: print(b, type(e).__name__, e)

#: symbol tables
import symtable
src = "import os\ng = 1\ndef f(a, *b, c=2):\n    global g\n    x = a\n    def inner():\n        nonlocal x\n        x = g2\n    class K: y = x\n    return [z for z in b]\nclass C[T]:\n    def m(self): return __class__\nlambda q: q\n"
def show(t, d=0):
    print(" " * d, t.get_type().value if hasattr(t.get_type(), "value") else t.get_type(), t.get_name(), t.get_lineno(), t.is_nested(), t.is_optimized(), sorted(t.get_identifiers()))
    for c in t.get_children(): show(c, d + 1)
top = symtable.symtable(src, "<s>", "exec")
show(top)
f = next(c for c in top.get_children() if c.get_name() == "f" and c.get_type() == "function")
print(f.get_parameters(), sorted(f.get_locals()), f.get_globals(), f.get_frees(), next(c for c in f.get_children() if c.get_name() == "inner").get_nonlocals())
for n in ("a", "g", "x", "inner"): s = f.lookup(n); print(n, s.is_parameter(), s.is_global(), s.is_local(), s.is_free(), s.is_assigned(), s.is_referenced(), s.is_declared_global(), s.is_namespace())

#: symbol table errors
import symtable
for a in (("x = (", "f", "exec"), ("def f():\n  x = 1\n  global x", "f", "exec"), ("x", "f", "run"), (5, "f", "exec"), ("x = 1", "f", "eval"), ("def f(a, a): pass", "f", "exec")):
    try: print(symtable.symtable(*a))
    except Exception as e: print(type(e).__name__, getattr(e, "msg", e), getattr(e, "lineno", ""))
t = symtable.symtable("x = y", "f", "exec")
try: t.lookup("nope")
except KeyError as e: print(repr(e))
s = t.lookup("x"); print(s, s.get_name(), s.is_imported(), s.is_annotated(), t.lookup("y").is_referenced(), t, s.get_namespaces())
try: s.get_namespace()
except ValueError as e: print(e)

#: tree compiled twice gives equal code
import ast
t = ast.parse("def f(x):\n    return [x * i for i in range(3)]\nr = f(2)")
c1, c2 = compile(t, "<t>", "exec"), compile(t, "<t>", "exec")
print(c1 == c2, c1.co_names, c1.co_consts[0].co_name, c1.co_consts[0].co_firstlineno)
g = {}; exec(c1, g); print(g["r"])
t.body.pop(0); t.body.append(ast.parse("s = r + [1]").body[0])
try: exec(compile(t, "<t>", "exec"), {"f": lambda v: [v]} | {}); print("ran")
except Exception as e: print(type(e).__name__, e)
print(type(compile(t, "<t>", "exec", ast.PyCF_ONLY_AST)).__name__, compile(t, "<t>", "exec", ast.PyCF_ONLY_AST) is t)

#: subclasses of nodes and nodes of nobody
import ast
class MyName(ast.Name):
    _fields = ("id", "ctx", "note")
n = MyName("a", ast.Load(), "note"); print(ast.dump(n), n.note)
print(eval(compile(ast.fix_missing_locations(ast.Expression(n)), "t", "eval"), {"a": 3}))
class Alien(ast.expr): _fields = ("x",)
try: compile(ast.fix_missing_locations(ast.Expression(Alien(1))), "t", "eval")
except TypeError as e: print(str(e).split(" at 0x")[0].replace("<__main__.", "<"))
class Half: _fields = ()
for bad in (Half(), None, "x", [ast.Pass()]):
    try: compile(ast.Module([bad], []), "t", "exec"); print("compiles")
    except (TypeError, ValueError) as e: print(str(e).split(" at 0x")[0])

#: template strings as objects
name, n = "World", 5
t = t"Hello {name!r} and {n:>{3}}{n=}!"
print(type(t).__name__, t.strings, t.values, len(t.interpolations))
for i in t.interpolations: print(i, i.expression, i.conversion, i.format_spec)
print([type(x).__name__ for x in t], (t + t"x").strings, t"".strings)
for f in (lambda: t + "x", lambda: "x" + t, lambda: str(t)[:10], lambda: type(t)("a", 5), lambda: type(t)("a", "b").strings, lambda: setattr(t, "strings", ())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
