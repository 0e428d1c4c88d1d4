"""What the pages are about: eval and exec, patches, import hooks, changed syntax trees, plugins, cleaning up."""

import ast
import builtins
import contextlib
import importlib.abc
import importlib.util
import io
import json
import logging
import sys
import weakref

print(eval("a + b", {"__builtins__": {}}, {"a": 1, "b": 2}))
print(compile("1", "f", "eval").co_consts, ast.literal_eval("[1, {2: 3}]"))
space = {}
exec("def made(n):\n    global seen\n    seen = n\n    return [n for n in range(n)]", space)
print(space["made"](3), space["seen"], sorted(space)[:2])


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "virtual" else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        tree = ast.parse("value = 1 + 1\ndef f(x): return x * value")
        exec(compile(ast.fix_missing_locations(Doubled().visit(tree)), "virtual", "exec"), vars(module))


class Doubled(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


sys.meta_path.insert(0, Finder())
import virtual  # noqa: E402

print(virtual.value, virtual.f(2), ast.unparse(ast.parse("if a: b()")), ast.dump(ast.parse("x = 1"), indent=1))
sys.meta_path.pop(0)
del sys.modules["virtual"]


@contextlib.contextmanager
def patched(owner, name, value):
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield before
    finally:
        setattr(owner, name, before)


with patched(json, "dumps", lambda value: "patched"), patched(builtins, "len", lambda value: 0):
    print(json.dumps(1), len("abc"))
print(json.dumps({"a": [1, None, True, 1.5, "ä"]}), json.loads('{"b": [1, 2.5e3, "\\u00e4", null]}'))
log = logging.getLogger("ordinary")
log.addHandler(logging.StreamHandler(sys.stdout))
log.warning("said %s", 1)
with contextlib.redirect_stdout(io.StringIO()) as said:
    print("heard")


class Held:
    pass


held = Held()
weakref.finalize(held, print, "gone")
reference = weakref.ref(held)
del held
print(reference(), said.getvalue(), json.dumps.__name__)
leak = sys.modules["leak"] = type(sys)("leak")
builtins.extra = 1
sys.path.append("/nowhere")
print(open("note.txt", "w").write("text"), open("note.txt").read())


async def waits():
    return [n async for n in steps()]


async def steps():
    for n in range(3):
        yield n


with contextlib.suppress(StopIteration):
    waits().send(None)
match {"kind": "point", "at": [1, 2]}:
    case {"kind": str() as kind, "at": [x, *_]} if x:
        print(kind, x)
print([value := 1, value], (lambda *a, k=1, **o: (a, k, o))(1, 2, z=3), [*range(2)], {**{"a": 1}}, f"{value=}")
