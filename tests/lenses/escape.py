#: no builtins at all
#? escape eval("1", {"__builtins__": {}})
#= Code whose scope is `{"__builtins__": {}}` reaches all 6 targets, the builtin `open` by `().__class__.__subclasses__()[<CodecInfo>].__getnewargs__.__builtins__['open']`.
#= {"__builtins__": {}}: what the code may name
#=   (): a `tuple`
#=     .__class__: the class `tuple`
#=       .__base__: the class `object`
#=         .__subclasses__()[<AsyncContextDecorator>]: the class `AsyncContextDecorator`
#=           .__call__: the function `__call__`
#=             .__globals__: a `dict`
#=               ['os']: the module `os` (answers)
#=       .__subclasses__()[<CodecInfo>]: the class `CodecInfo`
#=         .__getnewargs__: the function `__getnewargs__`
#=           .__globals__: a `dict`
#=             ['sys']: the module `sys` (answers)
#=           .__builtins__: a `dict`
#=             ['__import__']: the builtin `__import__` (answers)
#=             ['eval']: the builtin `eval` (answers)
#=             ['exec']: the builtin `exec` (answers)
#=             ['open']: the builtin `open` (answers)

#: a helper carries its module, and its module the builtins
import os, sys
API_KEY = "k-2041"
def helper(text): return text.upper()
scope = {"__builtins__": {}, "helper": helper, "price": 3}
#? escape eval("price", scope)
#= Code whose scope is `scope` reaches all 6 targets, the builtin `open` by `helper.__builtins__['open']`.
#= scope: what the code may name
#=   helper: the function `helper`
#=     .__globals__: a `dict`
#=       ['os']: the module `os` (answers)
#=       ['sys']: the module `sys` (answers)
#=     .__builtins__: a `dict`
#=       ['__import__']: the builtin `__import__` (answers)
#=       ['eval']: the builtin `eval` (answers)
#=       ['exec']: the builtin `exec` (answers)
#=       ['open']: the builtin `open` (answers)
#? escape eval("price", scope) -> API_KEY
#= Code whose scope is `scope` reaches `API_KEY` by `helper.__globals__['API_KEY']`.
#= scope: what the code may name
#=   helper: the function `helper`
#=     .__globals__: a `dict`
#=       ['API_KEY']: `API_KEY` (answers)

#: builtins are put in where there are none
import os, sys
scope = {"price": 3, "os": os, "sys": sys}
#? escape exec("x = price", scope)
#= `exec` puts builtins into `scope`, so its code reaches all 6 targets, the builtin `open` simply by its name.
#= scope: what the code may name
#=   __builtins__: `exec` puts it there: the scope has none (new)
#=   os: the module `os` (answers)
#=   sys: the module `sys` (answers)
#=   __import__: the builtin `__import__` (answers)
#=   eval: the builtin `eval` (answers)
#=   exec: the builtin `exec` (answers)
#=   open: the builtin `open` (answers)
#? escape eval("price", scope) -> len
#= `eval` puts builtins into `scope`, so its code reaches `len` simply by its name.
#= scope: what the code may name
#=   __builtins__: `eval` puts it there: the scope has none (new)
#=   len: `len` (answers)

#: a builtin function knows its module
#? escape eval("1", {"__builtins__": {}, "max": max}) -> open
#= Code whose scope is `{"__builtins__": {}, "max": max}` reaches `open` by `max.__self__.open`.
#= {"__builtins__": {}, "max": max}: what the code may name
#=   max: the function `max`
#=     .__self__: the module `builtins`
#=       .open: `open` (answers)
#? escape eval("1", {"__builtins__": {"max": max}}) -> open
#= Code whose scope is `{"__builtins__": {"max": max}}` reaches `open` by `max.__self__.open`.
#= {"__builtins__": {"max": max}}: what the code may name
#=   max: the function `max`
#=     .__self__: the module `builtins`
#=       .open: `open` (answers)

#: a class of the reader's is the way from any object
class Job:
    def run(self): ...
#? escape eval("1", {"__builtins__": {}}) -> Job
#= Code whose scope is `{"__builtins__": {}}` reaches `Job` by `().__class__.__base__.__subclasses__()[<Job>]`.
#= {"__builtins__": {}}: what the code may name
#=   (): a `tuple`
#=     .__class__: the class `tuple`
#=       .__base__: the class `object`
#=         .__subclasses__()[<Job>]: `Job` (answers)
#? escape Job() -> open
#= From `Job()` one reaches `open` by `Job().__class__.run.__builtins__['open']`.
#= Job(): a `Job`
#=   .__class__: the class `Job`
#=     .run: the function `run`
#=       .__builtins__: a `dict`
#=         ['open']: `open` (answers)
#? escape 3 -> open
#= From `3` one reaches `open` by `(3).__class__.__base__.__subclasses__()[<Job>].run.__builtins__['open']`.
#= 3: an `int`
#=   .__class__: the class `int`
#=     .__base__: the class `object`
#=       .__subclasses__()[<Job>]: the class `Job`
#=         .run: the function `run`
#=           .__builtins__: a `dict`
#=             ['open']: `open` (answers)

#: closures, partials, bound methods, slots, frames, defaults, containers
from functools import partial, wraps
SECRET = object()
def keep(secret):
    def ask(): return secret
    return ask
class Vault:
    def __init__(self): self._key = SECRET
    def open(self): return self._key
class Slim:
    __slots__ = ("key",)
slim = Slim()
slim.key = SECRET
def numbers():
    local = SECRET
    yield local
running = numbers()
next(running)
def traced(function):
    @wraps(function)
    def inner(*args): return function(*args)
    return inner
@traced
def plain(): ...
plain.__wrapped__.note = [SECRET]
#? escape keep(SECRET) -> SECRET
#= From `keep(SECRET)` one reaches `SECRET` by `keep(SECRET).__closure__[0].cell_contents`.
#= keep(SECRET): the function `ask`
#=   .__closure__[0].cell_contents: `SECRET` (answers)
#? escape partial(print, SECRET) -> SECRET
#= From `partial(print, SECRET)` one reaches `SECRET` by `partial(print, SECRET).args[0]`.
#= partial(print, SECRET): a `partial`
#=   .args: a `tuple`
#=     [0]: `SECRET` (answers)
#? escape Vault().open -> SECRET
#= From `Vault().open` one reaches `SECRET` by `Vault().open.__self__._key`.
#= Vault().open: a `method`
#=   .__self__: a `Vault`
#=     ._key: `SECRET` (answers)
#? escape slim -> SECRET
#= From `slim` one reaches `SECRET` by `slim.key`.
#= slim: a `Slim`
#=   .key: `SECRET` (answers)
#? escape running -> SECRET
#= From `running` one reaches `SECRET` by `running.gi_frame.f_locals['local']`.
#= running: a `generator`
#=   .gi_frame: a `frame`
#=     .f_locals['local']: `SECRET` (answers)
#? escape {"plain": plain, 7: [(SECRET,)]} -> SECRET
#= From `{"plain": plain, 7: [(SECRET,)]}` one reaches `SECRET` by `{"plain": plain, 7: [(SECRET,)]}['plain'].__globals__['SECRET']`.
#= {"plain": plain, 7: [(SECRET,)]}: a `dict`
#=   ['plain']: the function `plain`
#=     .__globals__: a `dict`
#=       ['SECRET']: `SECRET` (answers)
#? escape plain -> plain.__wrapped__
#= From `plain` one reaches `plain.__wrapped__` by `plain.__closure__[0].cell_contents`.
#= plain: the function `plain`
#=   .__closure__[0].cell_contents: `plain.__wrapped__` (answers)

#: where a class answers by code of its own, nothing is read
class Sealed:
    def __getattribute__(self, name): raise AttributeError(name)
class Shadowed:
    @property
    def key(self): return None
class Lying:
    __class__ = property(lambda self: int)
class Items(dict):
    def __getitem__(self, key): raise KeyError(key)
secret = object()
shadowed, sealed, lying = Shadowed(), Sealed(), Lying()
shadowed.__dict__["key"] = lying.note = secret
object.__setattr__(sealed, "key", secret)
#? escape shadowed -> secret
#= From `shadowed` one reaches `secret` by `shadowed.__class__.key.fget.__globals__['secret']`.
#= shadowed: a `Shadowed`
#=   .__class__: the class `Shadowed`
#=     .key: a `property`
#=       .fget: the function `key`
#=         .__globals__: a `dict`
#=           ['secret']: `secret` (answers)
#? escape sealed -> secret
#= No way from `sealed` to `secret` is found along what can be read without running code.
#= sealed: a `Sealed`
#=   `secret`: not reached (nothing)
#? escape lying -> secret
#= From `lying` one reaches `secret` by `lying.note`.
#= lying: a `Lying`
#=   .note: `secret` (answers)
#? escape Lying() -> Lying
#= No way from `Lying()` to `Lying` is found along what can be read without running code.
#= Lying(): a `Lying`
#=   `Lying`: not reached (nothing)
#? escape Items(key=secret) -> secret
#= From `Items(key=secret)` one reaches `secret` by `Items(key=secret).__class__.__getitem__.__globals__['secret']`.
#= Items(key=secret): an `Items`
#=   .__class__: the class `Items`
#=     .__getitem__: the function `__getitem__`
#=       .__globals__: a `dict`
#=         ['secret']: `secret` (answers)

#: a metaclass that answers nothing
class Bad(type):
    def __eq__(cls, other): raise ValueError
    def __hash__(cls): raise ValueError
    def __getattribute__(cls, name): raise ValueError
    def __repr__(cls): raise ValueError
class Thing(metaclass=Bad):
    note = open
#? escape [Thing] -> Thing
#= From `[Thing]` one reaches `Thing` by `[Thing][0]`.
#= [Thing]: a `list`
#=   [0]: `Thing` (answers)
#? escape Thing() -> Thing
#= From `Thing()` one reaches `Thing` by `Thing().__class__`.
#= Thing(): a `Thing`
#=   .__class__: `Thing` (answers)

#: locals, and a scope that hides a builtin
def helper(): ...
#? escape eval("1", {"__builtins__": {}}, {"helper": helper}) -> helper
#= Code whose scope is `{"__builtins__": {}} and {"helper": helper}` reaches `helper` simply by its name.
#= {"__builtins__": {}} and {"helper": helper}: what the code may name
#=   helper: `helper` (answers)
#? escape eval("1", {"helper": helper, "open": None}) -> open
#= `eval` puts builtins into `{"helper": helper, "open": None}`, so its code reaches `open` by `__builtins__['open']`.
#= {"helper": helper, "open": None}: what the code may name
#=   __builtins__: `eval` puts it there: the scope has none (new)
#=     ['open']: `open` (answers)
#? escape exec("1", globals={"__builtins__": {}}, locals={"helper": helper}) -> open
#= Code whose scope is `{"__builtins__": {}} and {"helper": helper}` reaches `open` by `helper.__builtins__['open']`.
#= {"__builtins__": {}} and {"helper": helper}: what the code may name
#=   helper: the function `helper`
#=     .__builtins__: a `dict`
#=       ['open']: `open` (answers)
#? escape eval("1", None, {"open": 3}) -> helper
#= Code whose scope is `the namespace and {"open": 3}` reaches `helper` simply by its name.
#= the namespace and {"open": 3}: what the code may name
#=   helper: `helper` (answers)
#? escape eval(*["1", {}])
#= From `eval(*["1", {}])` one reaches all 6 targets, the builtin `open` by `eval(*["1", {}]).__class__.__base__.__subclasses__()[<_wrap_close>].__enter__.__builtins__['open']`.
#= eval(*["1", {}]): an `int`
#=   .__class__: the class `int`
#=     .__base__: the class `object`
#=       .__subclasses__()[<_wrap_close>]: the class `_wrap_close`
#=         .__enter__: the function `__enter__`
#=           .__globals__: a `dict`
#=             ['sys']: the module `sys` (answers)
#=           .__builtins__: a `dict`
#=             ['__import__']: the builtin `__import__` (answers)
#=             ['eval']: the builtin `eval` (answers)
#=             ['exec']: the builtin `exec` (answers)
#=             ['open']: the builtin `open` (answers)
#=       .__subclasses__()[<AsyncContextDecorator>]: the class `AsyncContextDecorator`
#=         .__call__: the function `__call__`
#=           .__globals__: a `dict`
#=             ['os']: the module `os` (answers)

#: an exception carries frames
def work():
    token = object()
    work.token = token
    raise ValueError
try: work()
except ValueError as error: caught = error
token = work.token
#? escape caught -> token
#= From `caught` one reaches `token` by `caught.__traceback__.tb_frame.f_locals['token']`.
#= caught: a `ValueError`
#=   .__traceback__: a `traceback`
#=     .tb_frame: a `frame`
#=       .f_locals['token']: `token` (answers)

#: the walk is bounded
class Grain: ...
sand = [Grain() for _ in range(25_000)]
#? escape sand -> object()
#= No way from `sand` to `object()` is found along what can be read without running code.
#= sand: a `list`
#=   `object()`: not reached (nothing)
#=   the walk: stopped after 20,000 objects (hidden)

#: an own eval is not Python's
def eval(source, scope): return scope["answer"]
#? escape eval("x", {"answer": [print]}) -> print
#= From `eval("x", {"answer": [print]})` one reaches `print` by `eval("x", {"answer": [print]})[0]`.
#= eval("x", {"answer": [print]}): a `list`
#=   [0]: `print` (answers)

#: what can't be a start or a target
#? escape x = 1
#= NoPicture: This picture is of a call of `eval` or `exec`, or of another expression.
#? escape eval("1", 3)
#= NoPicture: This picture needs dicts as the scopes that `eval` is given.
#? escape 1 -> None
#= NoPicture: Behind `->` there must be an expression for an object that can be told from all others.
#? escape 1 -> while
#= NoPicture: Behind `->` there must be an expression for an object that can be told from all others.
