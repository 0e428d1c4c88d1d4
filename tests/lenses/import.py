#: a virtual module, and what stays of it
import sys
from importlib.util import spec_from_loader
class VirtualLoader:
    def create_module(self, spec): return None
    def exec_module(self, module): module.EUR = 42
class VirtualFinder:
    def find_spec(self, name, path=None, target=None):
        if name == "rates":
            return spec_from_loader(name, VirtualLoader())
finder = VirtualFinder()
sys.meta_path.insert(0, finder)
#? import import rates
#= `VirtualFinder` on `sys.meta_path` has the spec of `rates`: its loader runs it once, and `rates` stays in `sys.modules`.
#= sys.modules: `rates`: not there (nothing)
#= sys.meta_path: `VirtualFinder`: asked for `rates`: has a spec (new)
#= loader: `VirtualLoader.create_module`: leaves the making to Python (new)
#= sys.modules: `rates`: is put in (new)
#= loader: `VirtualLoader.exec_module`: is to run `rates` (new)
#= loader: `rates` has run: it binds `EUR`
#= names: `rates`: is module rates (new)
#= sys.modules: stays: `rates` (new)
#? import import rates as r
#= `rates` is in `sys.modules`, so no finder is asked and nothing runs: only `r` is bound.
#= sys.modules: `rates`: there, so no finder is asked for it (answers)
#= names: `r`: is module rates (new)
#? import from rates import EUR as euro
#= `rates` is in `sys.modules`, so no finder is asked and nothing runs: only `euro` is bound.
#= sys.modules: `rates`: there, so no finder is asked for it (answers)
#= names: `euro`: is 42 (new)
#? import import rates.old
#= `rates` is no package, so no finder is asked for `rates.old`.
#= sys.modules: `rates.old`: not there (nothing)
#= sys.modules: `rates`: there, so no finder is asked for it (answers)
#= parent: `rates`: has no `__path__`: it is no package (fails)
#= names: the statement: raises ModuleNotFoundError (fails)
#? import from rates import USD
#= `rates` has no `USD`, and is no package, so no finder is asked: the statement raises `ImportError`.
#= sys.modules: `rates`: there, so no finder is asked for it (answers)
#= names: `USD`: `rates` has no such name (fails)
#= names: the statement: raises ImportError (fails)

#: a package, and what its modules import as they run
import sys
from importlib.util import spec_from_loader
SOURCES = {"shop": "", "shop.prices": "from shop import tax\nimport json", "shop.tax": "RATE = 21"}
class Shelf:
    def find_spec(self, name, path=None, target=None):
        if name in SOURCES:
            return spec_from_loader(name, self, is_package=name == "shop")
    def create_module(self, spec): return None
    def exec_module(self, module): exec(SOURCES[module.__name__], vars(module))
sys.meta_path.insert(0, Shelf())
#? import import shop.prices as p, shop.tax
#= `Shelf` on `sys.meta_path` has the spec of `shop.prices`: its loader runs it once, and `shop.prices` stays in `sys.modules`.
#= sys.modules: `shop.prices`: not there (nothing)
#= sys.modules: `shop`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `shop`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `shop`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `shop` (new)
#= sys.meta_path: `Shelf`: asked for `shop.prices`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `shop.prices`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `shop.prices` (new)
#= loader: `shop.prices`: asks for `shop.tax` (asked)
#= loader: `shop.prices` has run: it binds `tax`, `json`
#= parent: `shop.prices`: is set to the module (new)
#= names: `p`: is module shop.prices (new)
#= sys.modules: `shop.tax`: there, so no finder is asked for it (answers)
#= names: `shop`: is module shop (new)
#= sys.modules: stays: `shop`, `shop.tax`, `shop.prices` (new)

#: nobody has it
import sys
class First:
    def find_spec(self, name, path=None, target=None): return None
class Last:
    @staticmethod
    def find_spec(name, path=None, target=None): return None
sys.meta_path.insert(0, First())
sys.meta_path.append(Last)
#? import import nosuch.part
#= Every finder passes on `nosuch`, so the statement raises `ModuleNotFoundError`.
#= sys.modules: `nosuch.part`: not there (nothing)
#= sys.modules: `nosuch`: not there (nothing)
#= sys.meta_path: `First`: asked for `nosuch`: passes (new)
#= sys.meta_path: the standard finders: asked for `nosuch`: pass (asked)
#= sys.meta_path: `Last`: asked for `nosuch`: passes (new)
#= names: the statement: raises ModuleNotFoundError (fails)
#? import from nosuch import part
#= Every finder passes on `nosuch`, so the statement raises `ModuleNotFoundError`.
#= sys.modules: `nosuch`: not there (nothing)
#= sys.meta_path: `First`: asked for `nosuch`: passes (new)
#= sys.meta_path: the standard finders: asked for `nosuch`: pass (asked)
#= sys.meta_path: `Last`: asked for `nosuch`: passes (new)
#= names: the statement: raises ModuleNotFoundError (fails)

#: a finder that refuses, one that is of the old kind, and one that gives no spec
import sys
class Old:
    def find_module(self, name, path=None): return self
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name == "telemetry": raise ImportError("not here")
        if name == "odd": return "spec"
class Late:
    def find_spec(self, name, path=None, target=None): return None
sys.meta_path[:0] = [Old(), Blocker(), Late()]
#? import import telemetry
#= `Blocker` raises `ImportError` when it is asked for `telemetry`, and the finders after it are not asked.
#= sys.modules: `telemetry`: not there (nothing)
#= sys.meta_path: `Old`: has no `find_spec`: passed over (hidden)
#= sys.meta_path: `Blocker`: asked for `telemetry`: raises ImportError (fails)
#= names: the statement: raises ImportError (fails)
#? import import odd
#= The statement raises `AttributeError`.
#= sys.modules: `odd`: not there (nothing)
#= sys.meta_path: `Old`: has no `find_spec`: passed over (hidden)
#= sys.meta_path: `Blocker`: asked for `odd`: gives a `str`, no spec (fails)
#= names: the statement: raises AttributeError (fails)

#: a finder that takes itself away while it asks the others
import sys
from importlib.util import spec_from_loader, find_spec
class Once:
    def find_spec(self, name, path=None, target=None):
        if name != "shop": return None
        sys.meta_path.remove(self)
        try: return find_spec(name) or spec_from_loader(name, self)
        finally: sys.meta_path.insert(0, self)
    def create_module(self, spec): return None
    def exec_module(self, module): module.is_mine = module.__loader__ is self and module.__spec__.loader is self
once = Once()
sys.meta_path.insert(0, once)
#? import from shop import is_mine
#= `Once` on `sys.meta_path` has the spec of `shop`: its loader runs it once, and `shop` stays in `sys.modules`.
#= sys.modules: `shop`: not there (nothing)
#= sys.meta_path: `Once`: asked for `shop`: has a spec (new)
#= loader: `Once.create_module`: leaves the making to Python (new)
#= sys.modules: `shop`: is put in (new)
#= loader: `Once.exec_module`: is to run `shop` (new)
#= loader: `shop` has run: it binds `is_mine`
#= names: `is_mine`: is True (new)
#= sys.modules: stays: `shop` (new)

#: files: a module, a package whose function is replaced, a folder without code
import lenses, sys, tempfile, os
folder = tempfile.mkdtemp()
SOURCES = {
    "lone.py": "a = b = c = d = e = 1",
    "shop/__init__.py": "from shop import tax\ndef prices(): ...",
    "shop/tax.py": "RATE = 21",
    "shop/prices.py": "TEA = 3",
    "plain/part.py": "x = 1",
}
for name, text in SOURCES.items():
    os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
    with open(f"{folder}/{name}", "w") as file: file.write(text)
sys.path.insert(0, folder)
#? import import lone
#= The standard finders have the spec of `lone`: its loader runs it once, and `lone` stays in `sys.modules`.
#= sys.modules: `lone`: not there (nothing)
#= sys.path_hooks: `FileFinder.path_hook`: takes `<sys.path[0]>` (asked)
#= sys.meta_path: the standard finders: asked for `lone`: has a spec (answers)
#= sys.modules: `lone`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `lone` (asked)
#= loader: `lone` has run: it binds `a`, `b`, `c`, `d`, …
#= names: `lone`: is module lone (new)
#= sys.modules: stays: `lone` (new)
#? import import shop.prices
#= The standard finders have the spec of `shop.prices`: its loader runs it once, and `shop.prices` stays in `sys.modules`.
#= sys.modules: `shop.prices`: not there (nothing)
#= sys.modules: `shop`: not there (nothing)
#= sys.path_hooks: not asked: a finder for `<sys.path[0]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `shop`: has a spec (answers)
#= sys.modules: `shop`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `shop` (asked)
#= loader: `shop`: asks for `shop.tax` (asked)
#= loader: `shop` has run: it binds `tax`, `prices`
#= sys.path_hooks: not asked: a finder for `<shop.__path__[0]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `shop.prices`: has a spec (answers)
#= sys.modules: `shop.prices`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `shop.prices` (asked)
#= loader: `shop.prices` has run: it binds `TEA`
#= parent: `shop.prices`: was a `function`, is set to the module (changed)
#= names: `shop`: is module shop (new)
#= sys.modules: stays: `shop.tax`, `shop`, `shop.prices` (new)
#? import from shop import tax, prices
#= `shop` is in `sys.modules`, so no finder is asked and nothing runs: only `tax` and `prices` are bound.
#= sys.modules: `shop`: there, so no finder is asked for it (answers)
#= names: `tax`: is module shop.tax (new)
#= names: `prices`: is module shop.prices (new)
#? import import plain.part
#= The standard finders have the spec of `plain.part`: its loader runs it once, and `plain.part` stays in `sys.modules`.
#= sys.modules: `plain.part`: not there (nothing)
#= sys.modules: `plain`: not there (nothing)
#= sys.path_hooks: not asked: a finder for `<sys.path[0]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `plain`: has a spec (answers)
#= loader: no loader: `plain` is a namespace package: no code runs (asked)
#= sys.modules: `plain`: is put in (new)
#= sys.path_hooks: `FileFinder.path_hook`: takes `<plain.__path__[0]>` (asked)
#= sys.meta_path: the standard finders: asked for `plain.part`: has a spec (answers)
#= sys.modules: `plain.part`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `plain.part` (asked)
#= loader: `plain.part` has run: it binds `x`
#= parent: `plain.part`: is set to the module (new)
#= names: `plain`: is module plain (new)
#= sys.modules: stays: `plain`, `plain.part` (new)

#: a module that fails is taken out, and what it has imported stays
import lenses, sys, tempfile, os
folder = tempfile.mkdtemp()
os.mkdir(folder + "/broken")
for name, text in {"__init__": "import broken.part\nraise ValueError", "part": "x = 1"}.items():
    with open(f"{folder}/broken/{name}.py", "w") as file: file.write(text)
sys.path.append(folder)
#? import import broken
#= `SourceFileLoader.exec_module` raises `ValueError`, so `broken` is no longer in `sys.modules`; `broken.part` stays.
#= sys.modules: `broken`: not there (nothing)
#= sys.path_hooks: `FileFinder.path_hook`: takes `<sys.path[-1]>` (asked)
#= sys.meta_path: the standard finders: asked for `broken`: has a spec (answers)
#= sys.modules: `broken`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `broken` (asked)
#= loader: `broken`: asks for `broken.part` (asked)
#= loader: `SourceFileLoader.exec_module`: `broken` raises ValueError (fails)
#= sys.modules: `broken`: is taken out again (changed)
#= names: the statement: raises ValueError (fails)
#= sys.modules: stays: `broken.part` (new)
#? import import broken.part
#= `SourceFileLoader.exec_module` raises `ValueError`, so `broken` is no longer in `sys.modules`.
#= sys.modules: `broken.part`: there, so no finder is asked for it (answers)
#= sys.modules: `broken`: not there (nothing)
#= sys.path_hooks: not asked: a finder for `<sys.path[-1]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `broken`: has a spec (answers)
#= sys.modules: `broken`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `broken` (asked)
#= loader: `SourceFileLoader.exec_module`: `broken` raises ValueError (fails)
#= sys.modules: `broken`: is taken out again (changed)
#= names: the statement: raises ValueError (fails)

#: a submodule that fails, and one that fails because of another
import sys
from importlib.util import spec_from_loader
SOURCES = {"shop": "", "shop.prices": "1 / 0", "shop.tax": "import shop.prices"}
class Shelf:
    def find_spec(self, name, path=None, target=None):
        if name in SOURCES:
            return spec_from_loader(name, self, is_package=name == "shop")
    def create_module(self, spec): return None
    def exec_module(self, module): exec(SOURCES[module.__name__], vars(module))
sys.meta_path.insert(0, Shelf())
#? import import shop.prices
#= `Shelf.exec_module` raises `ZeroDivisionError`, so `shop.prices` is no longer in `sys.modules`.
#= sys.modules: `shop.prices`: not there (nothing)
#= sys.modules: `shop`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `shop`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `shop`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `shop` (new)
#= sys.meta_path: `Shelf`: asked for `shop.prices`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `shop.prices`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `shop.prices` (new)
#= loader: `Shelf.exec_module`: `shop.prices` raises ZeroDivisionError (fails)
#= sys.modules: `shop.prices`: is taken out again (changed)
#= names: the statement: raises ZeroDivisionError (fails)
#= sys.modules: stays: `shop` (new)
#? import import shop.tax
#= `Shelf.exec_module` raises `ZeroDivisionError`, so `shop.tax` is no longer in `sys.modules`.
#= sys.modules: `shop.tax`: not there (nothing)
#= sys.modules: `shop`: there, so no finder is asked for it (answers)
#= sys.meta_path: `Shelf`: asked for `shop.tax`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `shop.tax`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `shop.tax` (new)
#= loader: `shop.tax`: asks for `shop.prices` (asked)
#= loader: `Shelf.exec_module`: `shop.tax` raises ZeroDivisionError (fails)
#= sys.modules: `shop.tax`: is taken out again (changed)
#= names: the statement: raises ZeroDivisionError (fails)
#? import from shop import none
#= `shop` has no `none`, and no finder has such a module: the statement raises `ImportError`.
#= sys.modules: `shop`: there, so no finder is asked for it (answers)
#= sys.modules: `shop.none`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `shop.none`: passes (new)
#= sys.meta_path: the standard finders: asked for `shop.none`: pass (asked)
#= names: `none`: `shop` has no such name (fails)
#= names: the statement: raises ImportError (fails)

#: a circle of imports, and an import that is not missed
import sys
from importlib.util import spec_from_loader
SOURCES = {"ring": "import ring.a", "ring.a": "import ring.b", "ring.b": "import ring.a", "lib": "try: import fast\nexcept ImportError: fast = None"}
class Shelf:
    def find_spec(self, name, path=None, target=None):
        if name in SOURCES:
            return spec_from_loader(name, self, is_package=name == "ring")
    def create_module(self, spec): return None
    def exec_module(self, module): exec(SOURCES[module.__name__], vars(module))
sys.meta_path.insert(0, Shelf())
#? import import ring.a
#= `Shelf` on `sys.meta_path` has the spec of `ring`: its loader runs it once, and `ring` stays in `sys.modules`.
#= sys.modules: `ring.a`: not there (nothing)
#= sys.modules: `ring`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `ring`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `ring`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `ring` (new)
#= loader: `ring`: asks for `ring.a` (asked)
#= loader: `ring.a`: asks for `ring.b` (asked)
#= loader: `ring` has run: it binds `b`, `a`, `ring`
#= sys.modules: `ring.a`: there by now: put there while `ring` ran (answers)
#= names: `ring`: is module ring (new)
#= sys.modules: stays: `ring.b`, `ring.a`, `ring` (new)
#? import import lib
#= `Shelf` on `sys.meta_path` has the spec of `lib`: its loader runs it once, and `lib` stays in `sys.modules`.
#= sys.modules: `lib`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `lib`: has a spec (new)
#= loader: `Shelf.create_module`: leaves the making to Python (new)
#= sys.modules: `lib`: is put in (new)
#= loader: `Shelf.exec_module`: is to run `lib` (new)
#= loader: `lib`: asks for `fast` (asked)
#= loader: `lib` has run: it binds `fast`
#= names: `lib`: is module lib (new)
#= sys.modules: stays: `lib` (new)

#: the library is there already
import json
#? import import json
#= `json` is in `sys.modules`, so no finder is asked and nothing runs: only `json` is bound.
#= sys.modules: `json`: there, so no finder is asked for it (answers)
#= names: `json`: is still module json
#? import import json.decoder as d
#= `json.decoder` is in `sys.modules`, so no finder is asked and nothing runs: only `d` is bound.
#= sys.modules: `json.decoder`: there, so no finder is asked for it (answers)
#= names: `d`: is module json.decoder (new)
#? import from json import dumps, loads as read
#= `json` is in `sys.modules`, so no finder is asked and nothing runs: only `dumps` and `read` are bound.
#= sys.modules: `json`: there, so no finder is asked for it (answers)
#= names: `dumps`: is function dumps (new)
#= names: `read`: is function loads (new)

#: __import__ is replaced
import builtins
real = builtins.__import__
def guard(name, *rest):
    if name == "telemetry": raise ImportError(name)
    return real(name, *rest)
builtins.__import__ = guard
#? import import telemetry
#= The statement calls function guard in place of Python's own `__import__`, and raises `ImportError`.
#= names: `__import__`: is function guard here, and is called (new)
#= names: the statement: raises ImportError (fails)
#? import import json as j
#= The statement calls function guard in place of Python's own `__import__`, and binds `j`.
#= names: `__import__`: is function guard here, and is called (new)
#= names: `j`: is module json (new)

#: None in sys.modules forbids
import sys
sys.modules["shop"] = None
#? import import shop
#= `sys.modules` has `None` for `shop`, which forbids the import: no finder is asked.
#= sys.modules: `shop`: is `None`, which forbids the import (fails)
#= names: the statement: raises ModuleNotFoundError (fails)
#? import import shop.tax
#= `sys.modules` has `None` for `shop`, which forbids the import: no finder is asked.
#= sys.modules: `shop.tax`: not there (nothing)
#= sys.modules: `shop`: is `None`, which forbids the import (fails)
#= names: the statement: raises ModuleNotFoundError (fails)

#: modules that change sys.modules or sys.meta_path as they run
import lenses, sys, tempfile
folder = tempfile.mkdtemp()
SOURCES = {
    "config": "import sys\nclass Config: debug = True\nsys.modules[__name__] = Config()",
    "hooks": "import sys\nclass Rewriter:\n    def find_spec(self, name, path=None, target=None): ...\nsys.meta_path.insert(0, Rewriter())",
    "gone": "import sys\ndel sys.modules[__name__]",
}
for name, text in SOURCES.items():
    with open(f"{folder}/{name}.py", "w") as file: file.write(text)
sys.path.insert(0, folder)
#? import import config
#= The standard finders have the spec of `config`: its loader runs it once, and `config` stays in `sys.modules`.
#= sys.modules: `config`: not there (nothing)
#= sys.path_hooks: `FileFinder.path_hook`: takes `<sys.path[0]>` (asked)
#= sys.meta_path: the standard finders: asked for `config`: has a spec (answers)
#= sys.modules: `config`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `config` (asked)
#= loader: `config` has run: it binds `sys`, `Config`
#= sys.modules: `config`: its own code has put something else there (changed)
#= names: `config`: is config.Config object (new)
#= sys.modules: stays: `config` (new)
#? import import gone
#= The statement raises `KeyError`.
#= sys.modules: `gone`: not there (nothing)
#= sys.path_hooks: not asked: a finder for `<sys.path[0]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `gone`: has a spec (answers)
#= sys.modules: `gone`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `gone` (asked)
#= loader: `gone` has run: it binds `sys`
#= sys.modules: `gone`: its own code has taken it out (fails)
#= names: the statement: raises KeyError (fails)
#? import import hooks
#= The standard finders have the spec of `hooks`: its loader runs it once, and `hooks` stays in `sys.modules`.
#= sys.modules: `hooks`: not there (nothing)
#= sys.path_hooks: not asked: a finder for `<sys.path[0]>` is kept already (hidden)
#= sys.meta_path: the standard finders: asked for `hooks`: has a spec (answers)
#= sys.modules: `hooks`: is put in (new)
#= loader: `SourceFileLoader.exec_module`: is to run `hooks` (asked)
#= loader: `hooks` has run: it binds `sys`, `Rewriter`
#= names: `hooks`: is module hooks (new)
#= sys.modules: stays: `hooks` (new)
#= sys.meta_path: `Rewriter`: is asked from now on (new)

#: a path hook, and modules of another class
import lenses, sys, types
from importlib.util import spec_from_loader
class Made(types.ModuleType): ...
class Loader:
    def create_module(self, spec): return Made(spec.name)
    def exec_module(self, module): ...
class Entry:
    def find_spec(self, name, target=None):
        if name == "shop": return spec_from_loader(name, Loader())
def refusing_hook(place): raise ImportError
def virtual_hook(place):
    if not place.startswith("virtual:"): raise ImportError
    return Entry()
sys.path_hooks[:0] = [refusing_hook, virtual_hook]
sys.path.insert(0, "virtual:shop")
#? import import shop
#= The standard finders have the spec of `shop`: its loader runs it once, and `shop` stays in `sys.modules`.
#= sys.modules: `shop`: not there (nothing)
#= sys.path_hooks: `refusing_hook`: refuses `virtual:shop` (new)
#= sys.path_hooks: `virtual_hook`: takes `virtual:shop` (new)
#= sys.meta_path: the standard finders: asked for `shop`: has a spec (answers)
#= loader: `Loader.create_module`: makes a `Made` (new)
#= sys.modules: `shop`: is put in (new)
#= loader: `Loader.exec_module`: is to run `shop` (new)
#= names: `shop`: is Made object (new)
#= sys.modules: stays: `shop` (new)

#: loaders: an old one, a lazy one, one that can't make a module
import lenses, sys, types, tempfile
from importlib.machinery import PathFinder
from importlib.util import LazyLoader, spec_from_loader
folder = tempfile.mkdtemp()
with open(folder + "/slow.py", "w") as file: file.write("x = 1")
sys.path.insert(0, folder)
class Old:
    def load_module(self, name):
        module = sys.modules[name] = types.ModuleType(name)
        return module
class Unmaking:
    def create_module(self, spec): raise MemoryError
    def exec_module(self, module): ...
class Shelf:
    def find_spec(self, name, path=None, target=None):
        if name == "old": return spec_from_loader(name, Old())
        if name == "unmade": return spec_from_loader(name, Unmaking())
        if name == "slow":
            spec = PathFinder.find_spec(name, path)
            spec.loader = LazyLoader(spec.loader)
            return spec
sys.meta_path.insert(0, Shelf())
#? import import old
#= `Shelf` on `sys.meta_path` has the spec of `old`: its loader runs it once, and `old` stays in `sys.modules`.
#= sys.modules: `old`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `old`: has a spec (new)
#= loader: `Old.load_module`: is to run `old` (new)
#= sys.modules: `old`: the loader has put it in (new)
#= names: `old`: is module old (new)
#= sys.modules: stays: `old` (new)
#? import import slow
#= `Shelf` on `sys.meta_path` has the spec of `slow`: its code runs when it is first used, and `slow` stays in `sys.modules`.
#= sys.modules: `slow`: not there (nothing)
#= sys.path_hooks: `FileFinder.path_hook`: takes `<sys.path[0]>` (asked)
#= sys.meta_path: `Shelf`: asked for `slow`: has a spec (new)
#= sys.modules: `slow`: is put in (new)
#= loader: `LazyLoader.exec_module`: is to run `slow` (asked)
#= loader: `slow`: has not run yet: it does when it is first used (asked)
#= names: `slow`: is importlib.util._LazyModule object (new)
#= sys.modules: stays: `slow` (new)
#? import import unmade
#= `Unmaking.create_module` raises `MemoryError`, so `unmade` is not in `sys.modules`.
#= sys.modules: `unmade`: not there (nothing)
#= sys.meta_path: `Shelf`: asked for `unmade`: has a spec (new)
#= loader: `Unmaking.create_module`: `unmade` raises MemoryError (fails)
#= names: the statement: raises MemoryError (fails)

#: a mock as a finder
import sys
from unittest.mock import MagicMock
finder = MagicMock()
finder.find_spec.return_value = None
sys.meta_path.insert(0, finder)
#? import import nosuch
#= Every finder passes on `nosuch`, so the statement raises `ModuleNotFoundError`.
#= sys.modules: `nosuch`: not there (nothing)
#= sys.meta_path: `MagicMock`: asked for `nosuch`: passes (new)
#= sys.meta_path: the standard finders: asked for `nosuch`: pass (asked)
#= names: the statement: raises ModuleNotFoundError (fails)

#: names: all of them, from nowhere, and what is not an import
import sys, types
module = sys.modules["star"] = types.ModuleType("star")
module.a, module._b, module.c = 1, 2, print
c = None
#? import from star import *
#= `star` is in `sys.modules`, so no finder is asked and nothing runs: only `c` and `a` are bound.
#= sys.modules: `star`: there, so no finder is asked for it (answers)
#= names: `c`: is built-in print (changed)
#= names: `a`: is 1 (new)
#? import from . import star
#= A relative import needs a package, and this code is in none, so the statement raises `ImportError`.
#= names: the statement: raises ImportError (fails)
#? import import a; import b
#= NoPicture: This picture is of one import statement.
#? import x = 1
#= NoPicture: This picture is of one import statement.

#: a module that makes its names as they are asked for
import sys, types
lazy = sys.modules["lazy"] = types.ModuleType("lazy")
lazy.__getattr__ = lambda name: name.upper()
#? import from lazy import tea
#= `lazy` is in `sys.modules`, so no finder is asked and nothing runs: only `tea` is bound.
#= sys.modules: `lazy`: there, so no finder is asked for it (answers)
#= names: `tea`: is 'TEA' (new)
