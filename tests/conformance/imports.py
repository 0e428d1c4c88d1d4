#: finder on the meta path sees names and paths
import sys
class Spy:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("zz_") or name.startswith("json.zz"): print("find", name, path if path is None else type(path).__name__, target)
spy = Spy()
sys.meta_path.insert(0, spy)
try:
    for n in ("zz_none", "zz_a.b", "json.zz_sub", "json.zz_sub.deep"):
        try: __import__(n)
        except ImportError as e: print(type(e).__name__, e, e.name)
finally: sys.meta_path.remove(spy)

#: loader with create and exec module
import sys, importlib.abc, importlib.util
class L(importlib.abc.Loader):
    def create_module(self, spec): print("create", spec.name); return None
    def exec_module(self, m): print("exec", m.__name__, m.__name__ in sys.modules); m.value = 42
class F(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "made_up": return importlib.util.spec_from_loader(name, L(), origin="nowhere")
sys.meta_path.append(f := F())
try:
    import made_up
    print(made_up.value, made_up, made_up.__spec__.origin, hasattr(made_up, "__file__"), made_up.__package__ == "", made_up.__loader__ is made_up.__spec__.loader)
finally: sys.meta_path.remove(f); sys.modules.pop("made_up", None)

#: loader that raises leaves no module behind
import sys, importlib.util
class L:
    def create_module(self, spec): return None
    def exec_module(self, m): raise ValueError("while loading " + m.__name__)
class F:
    find_spec = staticmethod(lambda name, path, target=None: importlib.util.spec_from_loader(name, L()) if name == "broken_one" else None)
sys.meta_path.append(F)
try:
    for i in range(2):
        try: import broken_one
        except ValueError as e: print(e, "broken_one" in sys.modules)
finally: sys.meta_path.remove(F)

#: wrong finders and loaders
import sys, importlib.machinery, importlib.util
spec = lambda loader: lambda *a: importlib.machinery.ModuleSpec("odd_mod", loader)
class Create: create_module = lambda self, s: None
class Exec: exec_module = lambda self, m: None
class Number(Exec): create_module = lambda self, s: 5
for f in (spec(None), spec(object()), spec(Create()), spec(Exec()), spec(Number()), lambda *a: 5, None):
    class F: pass
    if f: F.find_spec = staticmethod(f)
    sys.meta_path.insert(0, F)
    try: import odd_mod; print(odd_mod if isinstance(odd_mod, int) else type(odd_mod).__name__)
    except Exception as e: print(type(e).__name__, e)
    finally: sys.meta_path.remove(F); sys.modules.pop("odd_mod", None)

#: old style finder with find module is ignored
import sys
class Old:
    def find_module(self, name, path=None): print("never"); return self
    def load_module(self, name): print("never")
sys.meta_path.insert(0, Old())
try: import zz_old
except ImportError as e: print(e)
finally: del sys.meta_path[0]

#: sys modules decides before the finders
import sys, types
sys.modules["zz_fake"] = types.ModuleType("zz_fake"); sys.modules["zz_num"] = 5; sys.modules["zz_none"] = None
try:
    import zz_fake, zz_num
    print(zz_fake, zz_num)
    for src in ("import zz_none", "from zz_num import real, imag; print(real, imag)", "from zz_num import nope", "from zz_fake import nope", "import zz_num.sub", "import zz_fake.sub"):
        try: exec(src)
        except ImportError as e: print(src, "->", type(e).__name__, e)
finally:
    for n in ("zz_fake", "zz_num", "zz_none"): del sys.modules[n]

#: module that replaces itself in sys modules
import sys, os, tempfile
d = tempfile.mkdtemp()
with open(os.path.join(d, "zz_self.py"), "w") as f: f.write("import sys\nclass M:\n    x = 5\nsys.modules[__name__] = M()\n")
with open(os.path.join(d, "zz_gone.py"), "w") as f: f.write("import sys\ndel sys.modules[__name__]\n")
sys.path.insert(0, d)
try:
    import zz_self
    print(type(zz_self).__name__, zz_self.x)
    try: import zz_gone
    except (ImportError, KeyError) as e: print(type(e).__name__, e)
finally: sys.path.remove(d); sys.modules.pop("zz_self", None)

#: path hooks see each path entry once
import sys
seen = []
def hook(path):
    seen.append(path)
    if path != "zz:one": raise ImportError("not mine")
    return Finder()
class Finder:
    def find_spec(self, name, target=None):
        if name.startswith("zz"): print("asked", name)
sys.path_hooks.insert(0, hook); sys.path[:0] = ["zz:one", "zz:two"]
try:
    for n in ("zz_a", "zz_b"):
        try: __import__(n)
        except ImportError as e: print(e)
    print(seen[:2], sys.path_importer_cache["zz:two"])
finally:
    sys.path_hooks.remove(hook); del sys.path[:2]
    for p in ("zz:one", "zz:two"): sys.path_importer_cache.pop(p, None)

#: zip file on the path
import sys, os, tempfile, zipfile
p = os.path.join(tempfile.mkdtemp(), "lib.zip")
with zipfile.ZipFile(p, "w") as z:
    z.writestr("zz_zip.py", "value = __name__ + ' ' + __file__[-18:]")
    z.writestr("zz_pkg/__init__.py", "from . import sub")
    z.writestr("zz_pkg/sub.py", "x = 3")
    z.writestr("zz_pkg/data.txt", "data")
sys.path.insert(0, p)
try:
    import zz_zip, zz_pkg
    print(zz_zip.value.replace(os.sep, "/"), zz_pkg.sub.x, type(zz_zip.__loader__).__name__, len(zz_pkg.__path__))
    print(zz_pkg.__loader__.get_data(os.path.join(p, "zz_pkg", "data.txt")), zz_zip.__loader__.get_source("zz_zip"))
finally:
    sys.path.remove(p); [sys.modules.pop(n, None) for n in ("zz_zip", "zz_pkg", "zz_pkg.sub")]

#: zip importer in the path hooks
import sys, zipimport, os, tempfile, zipfile
print(zipimport.zipimporter in sys.path_hooks, [getattr(h, "__name__", "?") for h in sys.path_hooks])
p = os.path.join(tempfile.mkdtemp(), "a.zip")
with zipfile.ZipFile(p, "w") as z: z.writestr("zz_m.py", "x = 1"); z.writestr("d/zz_n.py", "y = 2")
i = zipimport.zipimporter(p)
print(i.is_package("zz_m"), i.get_code("zz_m").co_names, i.find_spec("nope"), i.prefix)
print(zipimport.zipimporter(os.path.join(p, "d")).get_source("zz_n"))
for f in (lambda: i.get_source("nope"), lambda: zipimport.zipimporter("/nope.zip"), lambda: i.get_data("nope")):
    try: f()
    except OSError as e: print(type(e).__name__)
    except ImportError as e: print(type(e).__name__, str(e).split(":")[0])

#: run resources and packages from a zip
import sys, os, tempfile, zipfile, runpy, pkgutil
p = os.path.join(tempfile.mkdtemp(), "app.zip")
with zipfile.ZipFile(p, "w") as z:
    z.writestr("__main__.py", "print('main', __name__, len(__file__) > 5); result = 7")
    z.writestr("zz_p/__init__.py", ""); z.writestr("zz_p/m.py", ""); z.writestr("zz_p/t.txt", "text in zip")
print(runpy.run_path(p)["result"])
sys.path.insert(0, p)
try:
    import importlib.resources, zz_p
    print((importlib.resources.files("zz_p") / "t.txt").read_text(), pkgutil.get_data("zz_p", "t.txt"), [m.name for m in pkgutil.iter_modules(zz_p.__path__)])
finally: sys.path.remove(p); sys.modules.pop("zz_p", None)

#: namespace package over two directories
import sys, os, tempfile
a, b = tempfile.mkdtemp(), tempfile.mkdtemp()
for d, n in ((a, "one"), (b, "two")):
    os.mkdir(os.path.join(d, "zz_ns"))
    with open(os.path.join(d, "zz_ns", n + ".py"), "w") as f: f.write(f"x = {n!r}")
sys.path[:0] = [a, b]
try:
    import zz_ns.one, zz_ns.two
    print(zz_ns.one.x, zz_ns.two.x, len(zz_ns.__path__), type(zz_ns.__path__).__name__, hasattr(zz_ns, "__file__"), type(zz_ns.__loader__).__name__)
    print(repr(zz_ns).replace(repr(list(zz_ns.__path__)), "PATH").split(" from ")[0], zz_ns.__spec__.origin)
    sys.path.remove(b); print(len(list(zz_ns.__path__)))
finally:
    [sys.path.remove(d) for d in (a, b) if d in sys.path]; [sys.modules.pop(n) for n in list(sys.modules) if n.startswith("zz_ns")]

#: reload keeps the dict of the module
import sys, os, tempfile, importlib
d = tempfile.mkdtemp(); p = os.path.join(d, "zz_re.py")
def write(s):
    with open(p, "w") as f: f.write(s)
    importlib.invalidate_caches()
sys.path.insert(0, d); sys.dont_write_bytecode, old = True, sys.dont_write_bytecode
try:
    write("x = 1\ny = 2\ndef f(): return x"); import zz_re; f = zz_re.f
    write("x = 'longer'\ntry: seen = y\nexcept NameError: seen = 'no'"); m = importlib.reload(zz_re)
    print(m is zz_re, zz_re.x, zz_re.y, zz_re.seen, f(), zz_re.f is f)
    write("x = 1 / 0 # fails")
    try: importlib.reload(zz_re)
    except ZeroDivisionError: print(zz_re.x, "zz_re" in sys.modules)
finally: sys.path.remove(d); sys.modules.pop("zz_re", None); sys.dont_write_bytecode = old

#: reload with wrong arguments
import importlib, types, sys
for m in (5, "json", types.ModuleType("zz_not"), types.ModuleType("a.b")):
    try: importlib.reload(m)
    except Exception as e: print(type(e).__name__, e)
sys.modules["zz_own"] = m = types.ModuleType("zz_own")
try: importlib.reload(m)
except ImportError as e: print(type(e).__name__, e)
finally: del sys.modules["zz_own"]

#: circular imports and partially initialised modules
import sys, os, tempfile
d = tempfile.mkdtemp()
for n, s in {"zz_a": "import zz_b\nx = 1", "zz_b": "import zz_a\ny = hasattr(zz_a, 'x')\ntry: zz_a.x\nexcept AttributeError as e: print(str(e).split(\" from '/\")[0], \"circular\" in str(e))\ntry: from zz_a import x\nexcept ImportError as e: print(str(e).split(' (/')[0])",
        "zz_c": "from zz_d import y\nx = 1", "zz_d": "from zz_c import x\ny = 1"}.items():
    with open(os.path.join(d, n + ".py"), "w") as f: f.write(s)
sys.path.insert(0, d)
try:
    import zz_a; print(sys.modules["zz_b"].y)
    try: import zz_c
    except ImportError as e: print(str(e).split(" (/")[0], e.name, e.name_from, sorted(n for n in sys.modules if n in ("zz_c", "zz_d")))
finally: sys.path.remove(d); [sys.modules.pop(n, None) for n in ("zz_a", "zz_b", "zz_c", "zz_d")]

#: file that shadows a library module
import sys, os, tempfile
d = tempfile.mkdtemp()
for n, s in {"fractions": "x = 1", "zz_use": "import fractions\nprint(fractions.x)\nfractions.Fraction"}.items():
    with open(os.path.join(d, n + ".py"), "w") as f: f.write(s)
saved = sys.modules.pop("fractions", None); sys.path.insert(0, d)
try:
    for src in ("import zz_use", "from fractions import Fraction"):
        try: exec(src)
        except (AttributeError, ImportError) as e: print(type(e).__name__, str(e).replace(d, "DIR"))
finally:
    sys.path.remove(d); sys.modules.pop("fractions", None); sys.modules.pop("zz_use", None)
    if saved: sys.modules["fractions"] = saved

#: messages of failing imports
import json
for src in ("import zz_nothing", "import json.nothing", "import json.decoder.deep", "import sys.x", "from json import nothing", "from json import dump, nothing", "from zz_nothing import x", "from . import x", "from .. import x", "from .x import y", "import os.path.x", "from os import pth", "from json.decoder import JSONDecoderr", "from collections import Orderedict", "from sys import *; print('ok')", "from builtins import lenn"):
    try: exec(src, {"__name__": "__main__"})
    except Exception as e: print(src, "->", type(e).__name__, str(e).split(" (")[0], getattr(e, "name", None), getattr(e, "name_from", None))

#: suggestions of failing imports in a traceback
import traceback
for src in ("from collections import OrderdDict", "from json import dmups", "import jsn", "import itertool", "from math import sine", "import collections; collections.dque", "import math; math.pie", "import json.decode", "import os; os.getcdw", "from os import path, gtecwd"):
    try: exec(src)
    except Exception as e: print("".join(traceback.format_exception_only(e)).strip().split(" (")[0], "|", "Did you mean" in "".join(traceback.format_exception_only(e)), "".join(traceback.format_exception_only(e)).strip().rpartition("Did")[2])

#: relative imports and package names
pkgs = [dict(__name__="a.b"), dict(__name__="a", __package__="a"), dict(__name__="a", __package__=None), dict(__name__="a", __package__=3), dict(__package__=""), dict(), dict(__name__=5), dict(__name__="json.x", __package__="json"), dict(__name__="json", __path__=[]), dict(__name__="json", __spec__=5)]
import warnings
for g in pkgs:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: exec("from . import decoder; r = decoder.__name__", g); r = g["r"]
        except Exception as e: r = f"{type(e).__name__}: {e}"
    print({k: v for k, v in g.items() if k in ("__name__", "__package__", "__path__")}, r, [x.category.__name__ for x in w])

#: import function called by hand
for a in (("json",), ("os.path",), ("os.path", None, None, ["join"]), ("json", {}, {}, ["decoder"]), ("",), (3,), ("json", None, None, (), -1), ("json", None, None, (), 1), ("json", 5), ("json", {}, {}, [3]), (), ("json", {}, {}, "*"), ("a\0b",)):
    try: print(a, __import__(*a).__name__.replace("posixpath", "path"))
    except Exception as e: print(a, type(e).__name__, e)

#: star import obeys all
import sys, types
m = types.ModuleType("zz_star"); m.__dict__.update(a=1, _b=2, c=3)
sys.modules["zz_star"] = m
try:
    for allnames in (None, ["a", "_b"], [], ("nope",), [3], 5, "ac"):
        if allnames is not None: m.__all__ = allnames
        g = {}
        try: exec("from zz_star import *", g); print(allnames, sorted(k for k in g if k != "__builtins__"))
        except Exception as e: print(allnames, type(e).__name__, e)
finally: del sys.modules["zz_star"]

#: getattr and dir of a module
import sys, types
m = types.ModuleType("zz_ga")
exec("def __getattr__(name):\n  if name[0] == 'q': raise AttributeError('no ' + name)\n  print('asked', name); return name.upper()\ndef __dir__(): return ['b', 'a']\nreal = 1", m.__dict__)
sys.modules["zz_ga"] = m
try:
    print(m.real, m.fake, dir(m), hasattr(m, "quit"))
    from zz_ga import other, real
    print(other)
    try: from zz_ga import quux
    except ImportError as e: print(e)
    m.__getattr__ = 5
    try: m.x
    except TypeError as e: print(e)
finally: del sys.modules["zz_ga"]

#: module objects by hand
import types
m = types.ModuleType("name", "doc")
print(m, m.__doc__, sorted(vars(m)), m.__spec__)
for f in (lambda: m.x, lambda: types.ModuleType(), lambda: types.ModuleType(3), lambda: setattr(m, "__dict__", {}), lambda: delattr(m, "x"), lambda: types.ModuleType("a", 1, 2)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
m.__name__ = "other"; print(m); del m.__name__; print(m)
try: m.y
except AttributeError as e: print(e)
class M(types.ModuleType):
    @property
    def p(self): return "prop"
m.__class__ = M
print(m.p, type(m).__name__)

#: lazy loader loads on the first attribute
import sys, importlib.util, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "zz_lazy.py")
with open(p, "w") as f: f.write("print('loading'); x = 5")
spec = importlib.util.spec_from_file_location("zz_lazy", p)
spec.loader = importlib.util.LazyLoader(spec.loader)
m = importlib.util.module_from_spec(spec)
sys.modules["zz_lazy"] = m
try:
    spec.loader.exec_module(m)
    print("made", object.__getattribute__(m, "__class__").__name__)
    print(m.x, type(m).__name__)
finally: del sys.modules["zz_lazy"]
try: importlib.util.LazyLoader(object())
except TypeError as e: print(e)

#: submodules become attributes of the package
import sys, os, tempfile
d = tempfile.mkdtemp(); os.mkdir(os.path.join(d, "zz_pk"))
for n, s in {"__init__": "sub = 'from init'\nprint(__package__, __name__, len(__path__))", "sub": "print(__package__, __name__, '__path__' in globals())", "bad": "1 / 0"}.items():
    with open(os.path.join(d, "zz_pk", n + ".py"), "w") as f: f.write(s)
sys.path.insert(0, d)
try:
    import zz_pk; print(zz_pk.sub)
    from zz_pk import sub; print(sub)
    import zz_pk.sub; print(type(zz_pk.sub).__name__)
    try: import zz_pk.bad
    except ZeroDivisionError: print("zz_pk.bad" in sys.modules, hasattr(zz_pk, "bad"))
    zz_pk.__path__ = []
    try: import zz_pk.other
    except ImportError as e: print(e)
finally: sys.path.remove(d); [sys.modules.pop(n, None) for n in ("zz_pk", "zz_pk.sub")]

#: path of a package is changed by hand
import sys, types, os, tempfile
d = tempfile.mkdtemp()
with open(os.path.join(d, "part.py"), "w") as f: f.write("where = __name__")
m = types.ModuleType("zz_hand")
sys.modules["zz_hand"] = m
try:
    for path in (None, [], [d], 5, "abc"):
        if path is not None: m.__path__ = path
        try: import zz_hand.part; print(m.part.where)
        except Exception as e: print(type(e).__name__, e)
        finally: sys.modules.pop("zz_hand.part", None)
finally: del sys.modules["zz_hand"]

#: specs and modules from a file location
import importlib.util, importlib.machinery, os, tempfile
p = os.path.join(tempfile.mkdtemp(), "zz_loc.py")
with open(p, "w") as f: f.write("x = __name__, __spec__.name, __package__, __file__ == __spec__.origin")
spec = importlib.util.spec_from_file_location("pkg.zz_loc", p)
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m)
print(m.x, spec.parent, spec.has_location, spec.submodule_search_locations, type(spec.loader).__name__, spec.loader.name, spec.loader.is_package("pkg.zz_loc"))
print(importlib.util.spec_from_file_location("n", "x.unknown"), importlib.util.find_spec("zz_no"), importlib.util.find_spec("json.decoder").name)
for f in (lambda: importlib.util.find_spec("zz_no.x"), lambda: importlib.util.find_spec(".x"), lambda: importlib.util.resolve_name("..x", "a"), lambda: importlib.import_module(".x"), lambda: importlib.import_module("..x", "a"), lambda: importlib.util.module_from_spec(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

#: attributes of builtin and frozen modules
import sys, builtins, math, importlib.machinery as im
print(sys, builtins, sys.__spec__.origin, sys.__loader__.__name__, hasattr(sys, "__file__"), "sys" in sys.builtin_module_names)
print(im.BuiltinImporter.find_spec("sys").origin, im.BuiltinImporter.find_spec("json"), im.FrozenImporter.find_spec("zz"), im.ModuleSpec("a", None) == im.ModuleSpec("a", None), im.ModuleSpec("a", None, origin="o", is_package=True))
for f in (lambda: im.BuiltinImporter.load_module("zz"), lambda: im.BuiltinImporter.get_code("json"), lambda: im.FrozenImporter.get_code("json")):
    try: print(f())
    except ImportError as e: print(e)

#: bytecode without source and wrong bytecode
import sys, os, tempfile, importlib.util, marshal
d = tempfile.mkdtemp()
code = compile("x = 'from bytecode'", "gone.py", "exec")
good = importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)
for n, data in {"zz_good": good, "zz_magic": b"abcd" + good[4:], "zz_short": good[:10], "zz_flags": good[:4] + b"\xff\0\0\0" + good[8:], "zz_notcode": good[:16] + marshal.dumps(5)}.items():
    with open(os.path.join(d, n + ".pyc"), "wb") as f: f.write(data)
sys.path.insert(0, d)
try:
    for n in ("zz_good", "zz_magic", "zz_short", "zz_flags", "zz_notcode"):
        try: print(__import__(n).x)
        except (ImportError, EOFError) as e: print(type(e).__name__, str(e).replace(d, "DIR"))
finally: sys.path.remove(d); sys.modules.pop("zz_good", None)

#: syntax error inside an imported module
import sys, os, tempfile
d = tempfile.mkdtemp()
for n, s in {"zz_syn": b"x = 1\ny = (2\n", "zz_enc": b"# coding: nope\n", "zz_utf": b"x = '\xff'\n", "zz_lat": b"# coding: latin-1\nx = '\xe9'\n", "zz_bom": b"\xef\xbb\xbfx = 1\n"}.items():
    with open(os.path.join(d, n + ".py"), "wb") as f: f.write(s)
sys.path.insert(0, d)
try:
    for n in ("zz_syn", "zz_enc", "zz_utf", "zz_lat", "zz_bom"):
        try: print(n, __import__(n).x)
        except SyntaxError as e: print(type(e).__name__, e.msg.replace(d, "DIR"), e.lineno, e.offset, os.path.basename(e.filename or "None"), e.text)
finally: sys.path.remove(d); [sys.modules.pop(n, None) for n in ("zz_lat", "zz_bom")]

#: resources of a package on disk
import sys, os, tempfile, importlib.resources as r, pkgutil
d = tempfile.mkdtemp(); os.makedirs(os.path.join(d, "zz_res", "sub"))
for n, s in {"__init__.py": "", "a.txt": "h\u00e9llo", "sub/b.txt": "deep"}.items():
    with open(os.path.join(d, "zz_res", n), "w", encoding="utf-8") as f: f.write(s)
sys.path.insert(0, d)
try:
    root = r.files("zz_res")
    print(sorted(x.name for x in root.iterdir() if x.name != "__pycache__"), root.joinpath("a.txt").read_text("utf-8"), (root / "sub" / "b.txt").read_bytes(), r.is_resource("zz_res", "a.txt"), r.is_resource("zz_res", "sub"), pkgutil.get_data("zz_res", "sub/b.txt"))
    with r.as_file(root / "a.txt") as p: print(p.name)
    for f in (lambda: r.read_text("zz_res", "no.txt"), lambda: r.files("zz_none"), lambda: r.files(5)):
        try: f()
        except Exception as e: print(type(e).__name__, getattr(e, "strerror", e))
finally: sys.path.remove(d); sys.modules.pop("zz_res", None)

#: walking over packages
import sys, os, tempfile, pkgutil
d = tempfile.mkdtemp(); os.makedirs(os.path.join(d, "zz_w", "inner")); os.mkdir(os.path.join(d, "zz_w", "nopkg"))
for n in ("__init__", "m1", "inner/__init__", "inner/m2", "nopkg/m3", "bad-name", "broken"):
    with open(os.path.join(d, "zz_w", n + ".py"), "w") as f: f.write("1/0" if n == "broken" else "")
print([(m.name, m.ispkg) for m in pkgutil.iter_modules([os.path.join(d, "zz_w")], "p.")])
sys.path.insert(0, d)
try: print([m.name for m in pkgutil.walk_packages([d], onerror=print)], pkgutil.resolve_name("json:dumps").__name__)
finally: sys.path.remove(d); [sys.modules.pop(n) for n in list(sys.modules) if n.startswith("zz_w")]
for n in ("json.nope", "1x", "os:path.nope"):
    try: pkgutil.resolve_name(n)
    except Exception as e: print(type(e).__name__, str(e).split(" '/")[0])

#: runpy runs files and modules
import runpy, sys, os, tempfile
d = tempfile.mkdtemp(); p = os.path.join(d, "zz_run.py")
with open(p, "w") as f: f.write("import sys\nn = __name__, __package__, __spec__ and __spec__.name, sys.argv[0] == __file__\ni = globals().get('injected')\n")
sys.path.insert(0, d)
try:
    print(runpy.run_path(p)["n"], runpy.run_path(p, {"injected": 1}, "other")["n"], runpy.run_path(p, {"injected": 1})["i"])
    print(runpy.run_module("zz_run")["n"], runpy.run_module("zz_run", run_name="__main__", alter_sys=True)["n"], "zz_run" in sys.modules)
    for n in ("zz_none", "json", "sys", "zz_run.x", ".rel"):
        try: runpy.run_module(n)
        except ImportError as e: print(e)
    try: runpy.run_path(d)
    except ImportError as e: print(str(e).replace(d, "DIR"))
finally: sys.path.remove(d)
