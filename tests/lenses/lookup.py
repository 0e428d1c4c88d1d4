#: a property hides the instance's own entry
class Job:
    name = property(lambda self: "fixed")
job = Job()
job.__dict__["name"] = "own"
#? lookup job.name
#= `job.name` is answered by the property on `Job`: a data descriptor comes before the entry in `job.__dict__`.
#= job.__dict__: stored: 'own' (hidden); as: own entry
#= Job: stored: property object (answers); as: data descriptor; found: 'fixed'
#= object
#? lookup Job.name
#= `Job.name` is answered by the property on `Job`.
#= Job: stored: property object (answers); as: data descriptor; found: as stored
#= object
#= type(Job) = type
#= type's base object
#? lookup job.missing
#= `job.missing` raises AttributeError: no rung holds the name.
#= job.__dict__
#= Job
#= object
#= nowhere: found: AttributeError (fails)
#: an own entry hides a method
class Greeter:
    def greet(self): return "hello"
class Loud(Greeter):
    pass
loud, plain = Loud(), Loud()
plain.greet = lambda: "patched"
#? lookup loud.greet
#= `loud.greet` is answered by the function on `Greeter`; what is found is a bound method.
#= loud.__dict__
#= Loud
#= Greeter: stored: function greet (answers); as: non-data descriptor; found: method greet bound to Loud object
#= object
#? lookup plain.greet
#= `plain.greet` is answered by the entry in `plain.__dict__`, which hides the function on `Greeter`; an own entry is not bound.
#= plain.__dict__: stored: function <lambda> (answers); as: own entry; found: as stored
#= Loud
#= Greeter: stored: function greet (hidden); as: non-data descriptor
#= object
#? lookup Loud.greet
#= `Loud.greet` is answered by the function on `Greeter`.
#= Loud
#= Greeter: stored: function greet (answers); as: non-data descriptor; found: as stored
#= object
#= type(Loud) = type
#= type's base object
#? lookup del plain.greet
#= `del plain.greet` removes the entry in `plain.__dict__`; from now on the function on `Greeter` answers.
#= plain.__dict__: stored: function <lambda>; as: own entry; after: nothing
#= Loud
#= Greeter: stored: function greet (answers); as: non-data descriptor
#= object
#: the diamond of multiple inheritance and super
class Root:
    def run(self): return "root"
class Left(Root):
    def run(self): return "left"
class Right(Root):
    def run(self): return "right"
class Both(Left, Right):
    pass
both = Both()
#? lookup both.run
#= `both.run` is answered by the function on `Left`, which hides the function on `Right` and 1 more; what is found is a bound method.
#= both.__dict__
#= Both
#= Left: stored: function run (answers); as: non-data descriptor; found: method run bound to Both object
#= Right: stored: function run (hidden); as: non-data descriptor
#= Root: stored: function run (hidden); as: non-data descriptor
#= object
#? lookup super(Left, both).run
#= `super(Left, both).run` is answered by the function on `Right`, which hides the function on `Root`; what is found is a bound method.
#= Both: as: skipped by super()
#= Left: stored: function run; as: skipped by super()
#= Right: stored: function run (answers); as: non-data descriptor; found: method run bound to Both object
#= Root: stored: function run (hidden); as: non-data descriptor
#= object
#? lookup super(Both, Both).run
#= `super(Both, Both).run` is answered by the function on `Left`, which hides the function on `Right` and 1 more.
#= Both: as: skipped by super()
#= Left: stored: function run (answers); as: non-data descriptor; found: as stored
#= Right: stored: function run (hidden); as: non-data descriptor
#= Root: stored: function run (hidden); as: non-data descriptor
#= object
#? lookup super(Root, both).run
#= `super(Root, both).run` raises AttributeError: no rung holds the name.
#= Both: as: skipped by super()
#= Left: stored: function run; as: skipped by super()
#= Right: stored: function run; as: skipped by super()
#= Root: stored: function run; as: skipped by super()
#= object
#= super
#= object
#= nowhere: found: AttributeError (fails)
#? lookup super(Left, both).__class__
#= `super(Left, both).__class__` is answered by the getset descriptor on `object`.
#= super
#= object: stored: getset descriptor (answers); as: data descriptor; found: class super
#? lookup super(Left, both).__thisclass__
#= `super(Left, both).__thisclass__` is answered by the member descriptor on `super`.
#= Both: as: skipped by super()
#= Left: as: skipped by super()
#= Right
#= Root
#= object
#= super: stored: member descriptor (answers); as: data descriptor; found: class Left
#= object
#: static and class methods, stored and found
class Tool:
    @staticmethod
    def helper(): return 1
    @classmethod
    def make(cls): return cls()
    limit = 3
class Special(Tool):
    pass
#? lookup Tool.helper
#= `Tool.helper` is answered by the staticmethod on `Tool`; a patch must save what is stored, the staticmethod object.
#= Tool: stored: staticmethod object (answers); as: non-data descriptor; found: function helper
#= object
#= type(Tool) = type
#= type's base object
#? lookup Tool.make
#= `Tool.make` is answered by the classmethod on `Tool`; a patch must save what is stored, the classmethod object.
#= Tool: stored: classmethod object (answers); as: non-data descriptor; found: method make bound to class Tool
#= object
#= type(Tool) = type
#= type's base object
#? lookup Special.make
#= `Special.make` is answered by the classmethod on `Tool`; a patch must save what is stored, the classmethod object.
#= Special
#= Tool: stored: classmethod object (answers); as: non-data descriptor; found: method make bound to class Special
#= object
#= type(Special) = type
#= type's base object
#? lookup Special.limit
#= `Special.limit` is answered by the class attribute on `Tool`.
#= Special
#= Tool: stored: 3 (answers); as: class attribute; found: as stored
#= object
#= type(Special) = type
#= type's base object
#? lookup Special().helper
#= `Special().helper` is answered by the staticmethod on `Tool`.
#= Special().__dict__
#= Special
#= Tool: stored: staticmethod object (answers); as: non-data descriptor; found: function helper
#= object
#: __getattr__ is asked last
class Proxy:
    def __init__(self, target): self.target = target
    def __getattr__(self, name):
        return getattr(self.target, name)
proxy = Proxy("text")
#? lookup proxy.upper
#= `proxy.upper` is answered by `__getattr__` of `Proxy`, because no rung did.
#= proxy.__dict__
#= Proxy
#= object
#= Proxy.__getattr__: stored: function __getattr__ (answers); as: asked last; found: built-in upper
#? lookup proxy.target
#= `proxy.target` is answered by the entry in `proxy.__dict__`.
#= proxy.__dict__: stored: 'text' (answers); as: own entry; found: as stored
#= Proxy
#= object
#= Proxy.__getattr__: stored: function __getattr__ (hidden); as: asked last
#? lookup proxy.nothing
#= `proxy.nothing` raises AttributeError, and it comes from `__getattr__` of `Proxy`.
#= proxy.__dict__
#= Proxy
#= object
#= Proxy.__getattr__: stored: function __getattr__ (asked); as: asked last; found: AttributeError (fails)
#: a property that raises AttributeError falls through to __getattr__
class Config:
    @property
    def path(self):
        return self._path
    def __getattr__(self, name):
        return "default"
class Strict:
    @property
    def path(self):
        raise AttributeError("no path")
class Broken:
    @property
    def path(self):
        raise ValueError("broken")
class Fallen:
    @property
    def path(self):
        return self.__dict__["typo"].missing
    def __getattr__(self, name):
        return "rescued"
config, strict, broken, fallen = Config(), Strict(), Broken(), Fallen()
fallen.typo = 3
#? lookup config.path
#= `config.path` is answered by the property on `Config`.
#= config.__dict__
#= Config: stored: property object (answers); as: data descriptor; found: 'default'
#= object
#= Config.__getattr__: stored: function __getattr__ (hidden); as: asked last
#? lookup strict.path
#= `strict.path` raises AttributeError, and it comes from the property on `Strict`.
#= strict.__dict__
#= Strict: stored: property object (asked); as: data descriptor; found: AttributeError (fails)
#= object
#? lookup broken.path
#= `broken.path` raises ValueError, and it comes from the property on `Broken`.
#= broken.__dict__
#= Broken: stored: property object (asked); as: data descriptor; found: ValueError (fails)
#= object
#? lookup fallen.path
#= `fallen.path` is answered by `__getattr__` of `Fallen`, because the property on `Fallen` raised AttributeError.
#= fallen.__dict__
#= Fallen: stored: property object (asked); as: data descriptor; found: AttributeError (fails)
#= object
#= Fallen.__getattr__: stored: function __getattr__ (answers); as: asked last; found: 'rescued'
#: __getattribute__ is asked first, and may answer
class Logged:
    kind = "logged"
    def __getattribute__(self, name):
        return super().__getattribute__(name)
class Liar:
    kind = "honest"
    @property
    def size(self): return 3
    def __getattribute__(self, name):
        return 42
class Closed:
    kind = "open"
    def __getattribute__(self, name):
        raise AttributeError(name)
    def __getattr__(self, name):
        return "rescued"
logged, liar, closed = Logged(), Liar(), Closed()
#? lookup logged.kind
#= `logged.kind` is answered by the class attribute on `Logged`, although `__getattribute__` of `Logged` is asked first.
#= Logged.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= logged.__dict__
#= Logged: stored: 'logged' (answers); as: class attribute; found: as stored
#= object
#? lookup liar.kind
#= `liar.kind` is answered by `__getattribute__` of `Liar`, with something that no rung gave.
#= Liar.__getattribute__: stored: function __getattribute__ (answers); as: asked first; found: 42
#= liar.__dict__
#= Liar: stored: 'honest' (hidden); as: class attribute
#= object
#? lookup liar.size
#= `liar.size` is answered by `__getattribute__` of `Liar`, with something that no rung gave.
#= Liar.__getattribute__: stored: function __getattribute__ (answers); as: asked first; found: 42
#= liar.__dict__
#= Liar: stored: property object (hidden); as: data descriptor
#= object
#? lookup closed.kind
#= `closed.kind` is answered by `__getattr__` of `Closed`, because no rung did.
#= Closed.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= closed.__dict__
#= Closed: stored: 'open' (hidden); as: class attribute
#= object
#= Closed.__getattr__: stored: function __getattr__ (answers); as: asked last; found: 'rescued'
#: slots
class Point:
    __slots__ = ("x", "y")
    def __init__(self): self.x = 1
class Named(Point):
    pass
point, named = Point(), Named()
named.__dict__["x"] = "own"
#? lookup point.x
#= `point.x` is answered by the member descriptor on `Point`.
#= Point: stored: member descriptor (answers); as: data descriptor; found: 1
#= object
#? lookup point.y
#= `point.y` raises AttributeError, and it comes from the member descriptor on `Point`.
#= Point: stored: member descriptor (asked); as: data descriptor; found: AttributeError (fails)
#= object
#? lookup named.x
#= `named.x` is answered by the member descriptor on `Point`: a data descriptor comes before the entry in `named.__dict__`.
#= named.__dict__: stored: 'own' (hidden); as: own entry
#= Named
#= Point: stored: member descriptor (answers); as: data descriptor; found: 1
#= object
#? lookup Point.x
#= `Point.x` is answered by the member descriptor on `Point`.
#= Point: stored: member descriptor (answers); as: data descriptor; found: as stored
#= object
#= type(Point) = type
#= type's base object
#? lookup point.z = 3
#= `point.z = …` raises AttributeError: no data descriptor takes it, and there is no `__dict__`.
#= Point
#= object
#= nowhere: after: AttributeError (fails)
#? lookup point.x = 3
#= `point.x = …` is taken by the member descriptor on `Point`.
#= Point: stored: member descriptor; as: data descriptor; after: takes it (answers)
#= object
#? lookup del point.x
#= `del point.x` is taken by the member descriptor on `Point`.
#= Point: stored: member descriptor; as: data descriptor; after: takes it (answers)
#= object
#: a metaclass and its data descriptors
class Meta(type):
    @property
    def kind(cls): return "from the metaclass"
    def describe(cls): return "described"
    note = "of the metaclass"
class Plugin(metaclass=Meta):
    kind = "own"
    note = "of the class"
plugin = Plugin()
#? lookup Plugin.kind
#= `Plugin.kind` is answered by the property on the metaclass `Meta`: a data descriptor comes before the class attribute on `Plugin`.
#= Plugin: stored: 'own' (hidden); as: class attribute
#= object
#= type(Plugin) = Meta: stored: property object (answers); as: data descriptor; found: 'from the metaclass'
#= Meta's base type
#= Meta's base object
#? lookup plugin.kind
#= `plugin.kind` is answered by the class attribute on `Plugin`.
#= plugin.__dict__
#= Plugin: stored: 'own' (answers); as: class attribute; found: as stored
#= object
#? lookup Plugin.note
#= `Plugin.note` is answered by the class attribute on `Plugin`, which hides the class attribute on the metaclass `Meta`.
#= Plugin: stored: 'of the class' (answers); as: class attribute; found: as stored
#= object
#= type(Plugin) = Meta: stored: 'of the metaclass' (hidden); as: class attribute
#= Meta's base type
#= Meta's base object
#? lookup Plugin.describe
#= `Plugin.describe` is answered by the function on the metaclass `Meta`; what is found is a bound method.
#= Plugin
#= object
#= type(Plugin) = Meta: stored: function describe (answers); as: non-data descriptor; found: method describe bound to class Plugin
#= Meta's base type
#= Meta's base object
#? lookup plugin.describe
#= `plugin.describe` raises AttributeError: no rung holds the name.
#= plugin.__dict__
#= Plugin
#= object
#= nowhere: found: AttributeError (fails)
#? lookup Plugin.kind = "new"
#= `Plugin.kind = …` raises AttributeError: the property on the metaclass `Meta` refuses it.
#= Plugin: stored: 'own'; as: class attribute
#= object
#= type(Plugin) = Meta: stored: property object; as: data descriptor; after: AttributeError (fails)
#= Meta's base type
#= Meta's base object
#? lookup Plugin.__name__
#= `Plugin.__name__` is answered by the getset descriptor on the metaclass's base `type`.
#= Plugin
#= object
#= type(Plugin) = Meta
#= Meta's base type: stored: getset descriptor (answers); as: data descriptor; found: 'Plugin'
#= Meta's base object
#: a metaclass with __getattr__ and __getattribute__
class Lazy(type):
    def __getattr__(cls, name):
        if name == "late":
            return "made"
        raise AttributeError(name)
class Watch(type):
    def __getattribute__(cls, name):
        return type.__getattribute__(cls, name)
class Table(metaclass=Lazy): pass
class Watched(metaclass=Watch):
    size = 5
#? lookup Table.late
#= `Table.late` is answered by `__getattr__` of `Lazy`, because no rung did.
#= Table
#= object
#= type(Table) = Lazy
#= Lazy's base type
#= Lazy's base object
#= Lazy.__getattr__: stored: function __getattr__ (answers); as: asked last; found: 'made'
#? lookup Table.never
#= `Table.never` raises AttributeError, and it comes from `__getattr__` of `Lazy`.
#= Table
#= object
#= type(Table) = Lazy
#= Lazy's base type
#= Lazy's base object
#= Lazy.__getattr__: stored: function __getattr__ (asked); as: asked last; found: AttributeError (fails)
#? lookup Table().late
#= `Table().late` raises AttributeError: no rung holds the name.
#= Table().__dict__
#= Table
#= object
#= nowhere: found: AttributeError (fails)
#? lookup Watched.size
#= `Watched.size` is answered by the class attribute on `Watched`, although `__getattribute__` of `Watch` is asked first.
#= Watch.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= Watched: stored: 5 (answers); as: class attribute; found: as stored
#= object
#= type(Watched) = Watch
#= Watch's base type
#= Watch's base object
#: a class that lies about its class
class Pretender:
    __class__ = property(lambda self: int)
    def __eq__(self, other): raise RuntimeError("do not compare")
    __hash__ = None
    def __repr__(self): raise RuntimeError("do not print")
    real = "mine"
pretender = Pretender()
pretender.own = pretender
#? lookup pretender.__class__
#= `pretender.__class__` is answered by the property on `Pretender`, which hides the getset descriptor on `object`.
#= pretender.__dict__
#= Pretender: stored: property object (answers); as: data descriptor; found: class int
#= object: stored: getset descriptor (hidden); as: data descriptor
#? lookup pretender.real
#= `pretender.real` is answered by the class attribute on `Pretender`.
#= pretender.__dict__
#= Pretender: stored: 'mine' (answers); as: class attribute; found: as stored
#= object
#? lookup pretender.own
#= `pretender.own` is answered by the entry in `pretender.__dict__`.
#= pretender.__dict__: stored: Pretender object (answers); as: own entry; found: as stored
#= Pretender
#= object
#: a module, with a __getattr__ of its own
import types
settings = types.ModuleType("settings")
settings.debug = True
exec('def __getattr__(name):\n    if name == "old": return "deprecated"\n    raise AttributeError(name)', settings.__dict__)
class Special(types.ModuleType):
    @property
    def version(self): return "1.0"
special = Special("special")
special.__dict__["version"] = "hidden"
#? lookup settings.debug
#= `settings.debug` is answered by the entry in `settings.__dict__`.
#= settings.__dict__: stored: True (answers); as: own entry; found: as stored
#= module
#= object
#= settings.__getattr__: stored: function __getattr__ (hidden); as: asked last
#? lookup settings.old
#= `settings.old` is answered by `__getattr__` of `settings`, because no rung did.
#= settings.__dict__
#= module
#= object
#= settings.__getattr__: stored: function __getattr__ (answers); as: asked last; found: 'deprecated'
#? lookup settings.gone
#= `settings.gone` raises AttributeError, and it comes from `__getattr__` of `settings`.
#= settings.__dict__
#= module
#= object
#= settings.__getattr__: stored: function __getattr__ (asked); as: asked last; found: AttributeError (fails)
#? lookup special.version
#= `special.version` is answered by the property on `Special`: a data descriptor comes before the entry in `special.__dict__`.
#= special.__dict__: stored: 'hidden' (hidden); as: own entry
#= Special: stored: property object (answers); as: data descriptor; found: '1.0'
#= module
#= object
#? lookup settings.debug = False
#= `settings.debug = …` replaces the entry in `settings.__dict__`.
#= settings.__dict__: stored: True; as: own entry; after: False (changed)
#= module
#= object
#? lookup special.version = 2
#= `special.version = …` raises AttributeError: the property on `Special` refuses it.
#= special.__dict__: stored: 'hidden'; as: own entry
#= Special: stored: property object; as: data descriptor; after: AttributeError (fails)
#= module
#= object
#: assignments: property, entry, and no dictionary
class Account:
    def __init__(self): self._total = 0
    @property
    def total(self): return self._total
    @total.setter
    def total(self, value): self._total = value
    @property
    def owner(self): return "nobody"
    limit = 10
    def close(self): pass
account = Account()
#? lookup account.total = 5
#= `account.total = …` is taken by the property on `Account`; `account.__dict__` gets no such entry.
#= account.__dict__
#= Account: stored: property object; as: data descriptor; after: takes it (answers)
#= object
#? lookup account.owner = "me"
#= `account.owner = …` raises AttributeError: the property on `Account` refuses it.
#= account.__dict__
#= Account: stored: property object; as: data descriptor; after: AttributeError (fails)
#= object
#? lookup account.limit = 20
#= `account.limit = …` makes an entry in `account.__dict__`, which hides the class attribute on `Account` from now on.
#= account.__dict__: after: 20 (new)
#= Account: stored: 10 (hidden); as: class attribute
#= object
#? lookup account.limit = 30
#= `account.limit = …` replaces the entry in `account.__dict__`.
#= account.__dict__: stored: 20; as: own entry; after: 30 (changed)
#= Account: stored: 10 (hidden); as: class attribute
#= object
#? lookup account.close = None
#= `account.close = …` makes an entry in `account.__dict__`, which hides the function on `Account` from now on.
#= account.__dict__: after: None (new)
#= Account: stored: function close (hidden); as: non-data descriptor
#= object
#? lookup Account.limit = 1
#= `Account.limit = …` replaces the class attribute on `Account`.
#= Account: stored: 10; as: class attribute; after: 1 (changed)
#= object
#= type(Account) = type
#= type's base object
#? lookup del account.limit
#= `del account.limit` removes the entry in `account.__dict__`; from now on the class attribute on `Account` answers.
#= account.__dict__: stored: 30; as: own entry; after: nothing
#= Account: stored: 1 (answers); as: class attribute
#= object
#? lookup del account.limit
#= `del account.limit` raises AttributeError: there is no entry in `account.__dict__`.
#= account.__dict__: after: AttributeError (fails)
#= Account: stored: 1; as: class attribute
#= object
#? lookup del account.total
#= `del account.total` raises AttributeError: the property on `Account` refuses it.
#= account.__dict__
#= Account: stored: property object; as: data descriptor; after: AttributeError (fails)
#= object
#? lookup account.note: str = "new"
#= `account.note = …` makes an entry in `account.__dict__`.
#= account.__dict__: after: 'new' (new)
#= Account
#= object
#: an update reads in one place and writes in another
class Counter:
    total = 0
    seen = []
class Slotted:
    __slots__ = ("n",)
    def __init__(self): self.n = 1
counter, slotted = Counter(), Slotted()
#? lookup counter.total += 1
#= `counter.total += …` reads the class attribute on `Counter`, and makes an entry in `counter.__dict__`.
#= counter.__dict__: after: 1 (new)
#= Counter: stored: 0 (answers); as: class attribute
#= object
#? lookup counter.seen += ["a"]
#= `counter.seen += …` reads the class attribute on `Counter`, gets the same object back, and makes an entry in `counter.__dict__`.
#= counter.__dict__: after: list of length 1 (new)
#= Counter: stored: list of length 1 (answers); as: class attribute
#= object
#? lookup slotted.n *= 5
#= `slotted.n *= …` reads the member descriptor on `Slotted`, and is taken by the member descriptor on `Slotted`.
#= Slotted: stored: member descriptor (answers); as: data descriptor; after: takes it (answers)
#= object
#? lookup counter.missing += 1
#= `counter.missing` raises AttributeError: no rung holds the name.
#= counter.__dict__
#= Counter
#= object
#= nowhere: found: AttributeError (fails)
#? lookup Counter.total -= 1
#= `Counter.total -= …` reads the class attribute on `Counter`, and replaces the class attribute on `Counter`.
#= Counter: stored: 0 (answers); as: class attribute; after: -1 (changed)
#= object
#= type(Counter) = type
#= type's base object
#: who intercepts with __setattr__ and __delattr__
class Frozen:
    def __setattr__(self, name, value): raise TypeError("frozen")
    def __delattr__(self, name): raise TypeError("frozen")
class Passing:
    def __setattr__(self, name, value): object.__setattr__(self, name, value)
class Upper:
    def __setattr__(self, name, value): object.__setattr__(self, name, value.upper())
class Swallow:
    def __setattr__(self, name, value): pass
class Meta(type):
    def __setattr__(cls, name, value): raise AttributeError("closed")
class Sealed(metaclass=Meta):
    pass
frozen, passing, upper, swallow = Frozen(), Passing(), Upper(), Swallow()
#? lookup frozen.x = 1
#= `frozen.x = …` raises TypeError, and it comes from `__setattr__` of `Frozen`.
#= Frozen.__setattr__: stored: function __setattr__; as: asked first; after: TypeError (fails)
#= frozen.__dict__
#= Frozen
#= object
#? lookup del frozen.x
#= `del frozen.x` raises TypeError, and it comes from `__delattr__` of `Frozen`.
#= Frozen.__delattr__: stored: function __delattr__; as: asked first; after: TypeError (fails)
#= frozen.__dict__
#= Frozen
#= object
#? lookup passing.x = 1
#= `passing.x = …` makes an entry in `passing.__dict__`, through `__setattr__` of `Passing`.
#= Passing.__setattr__: stored: function __setattr__; as: asked first; after: called (asked)
#= passing.__dict__: after: 1 (new)
#= Passing
#= object
#? lookup upper.x = "loud"
#= `upper.x = …` is taken by `__setattr__` of `Upper`, which changes the entry in `upper.__dict__`.
#= Upper.__setattr__: stored: function __setattr__; as: asked first; after: takes it (answers)
#= upper.__dict__: after: 'LOUD' (new)
#= Upper
#= object
#? lookup swallow.x = 1
#= `swallow.x = …` is taken by `__setattr__` of `Swallow`; `swallow.__dict__` gets no such entry.
#= Swallow.__setattr__: stored: function __setattr__; as: asked first; after: takes it (answers)
#= swallow.__dict__
#= Swallow
#= object
#? lookup Sealed.x = 1
#= `Sealed.x = …` raises AttributeError, and it comes from `__setattr__` of `Meta`.
#= Meta.__setattr__: stored: function __setattr__; as: asked first; after: AttributeError (fails)
#= Sealed
#= object
#= type(Sealed) = Meta
#= Meta's base type
#= Meta's base object
#: a frozen dataclass
from dataclasses import dataclass, field
@dataclass(frozen=True)
class Place:
    name: str = "here"
    tags: list = field(default_factory=list)
place = Place()
#? lookup place.name
#= `place.name` is answered by the entry in `place.__dict__`, which hides the class attribute on `Place`.
#= place.__dict__: stored: 'here' (answers); as: own entry; found: as stored
#= Place: stored: 'here' (hidden); as: class attribute
#= object
#? lookup Place.name
#= `Place.name` is answered by the class attribute on `Place`.
#= Place: stored: 'here' (answers); as: class attribute; found: as stored
#= object
#= type(Place) = type
#= type's base object
#? lookup Place.tags
#= `Place.tags` raises AttributeError: no rung holds the name.
#= Place
#= object
#= type(Place) = type
#= type's base object
#= nowhere: found: AttributeError (fails)
#? lookup place.name = "there"
#= `place.name = …` raises dataclasses.FrozenInstanceError, and it comes from `__setattr__` of `Place`.
#= Place.__setattr__: stored: function __setattr__; as: asked first; after: dataclasses.FrozenInstanceError (fails)
#= place.__dict__: stored: 'here'; as: own entry
#= Place: stored: 'here'; as: class attribute
#= object
#: an enum
from enum import Enum
class Colour(Enum):
    RED = 1
#? lookup Colour.RED
#= `Colour.RED` is answered by the class attribute on `Colour`.
#= Colour: stored: Colour object (answers); as: class attribute; found: as stored
#= enum.Enum
#= object
#= type(Colour) = enum.EnumType
#= enum.EnumType's base type
#= enum.EnumType's base object
#? lookup Colour.RED.value
#= `Colour.RED.value` is answered by the `enum.property` descriptor on `enum.Enum`.
#= Colour.RED.__dict__
#= Colour
#= enum.Enum: stored: enum.property object (answers); as: data descriptor; found: 1
#= object
#? lookup Colour.RED = 2
#= `Colour.RED = …` raises AttributeError, and it comes from `__setattr__` of `enum.EnumType`.
#= enum.EnumType.__setattr__: stored: function __setattr__; as: asked first; after: AttributeError (fails)
#= Colour: stored: Colour object; as: class attribute
#= enum.Enum
#= object
#= type(Colour) = enum.EnumType
#= enum.EnumType's base type
#= enum.EnumType's base object
#? lookup Colour.GREEN
#= `Colour.GREEN` raises AttributeError: no rung holds the name.
#= Colour
#= enum.Enum
#= object
#= type(Colour) = enum.EnumType
#= enum.EnumType's base type
#= enum.EnumType's base object
#= nowhere: found: AttributeError (fails)
#: a mock object
from unittest.mock import Mock
mock = Mock(name="mock")
mock.port = 80
#? lookup mock.port
#= `mock.port` is answered by the entry in `mock.__dict__`.
#= mock.__dict__: stored: 80 (answers); as: own entry; found: as stored
#= unittest.mock.Mock
#= unittest.mock.Mock (2)
#= unittest.mock.CallableMixin
#= unittest.mock.NonCallableMock
#= unittest.mock.Base
#= object
#= unittest.mock.NonCallableMock.__getattr__: stored: function __getattr__ (hidden); as: asked last
#? lookup mock.anything
#= `mock.anything` is answered by `__getattr__` of `unittest.mock.NonCallableMock`, because no rung did.
#= mock.__dict__
#= unittest.mock.Mock
#= unittest.mock.Mock (2)
#= unittest.mock.CallableMixin
#= unittest.mock.NonCallableMock
#= unittest.mock.Base
#= object
#= unittest.mock.NonCallableMock.__getattr__: stored: function __getattr__ (answers); as: asked last; found: unittest.mock.Mock object
#: descriptors written by hand
class Typed:
    def __set_name__(self, owner, name): self.name = name
    def __set__(self, instance, value): instance.__dict__[self.name] = value
class Lazy:
    def __get__(self, instance, owner): return "computed"
class ReadOnly:
    def __get__(self, instance, owner): return "read"
    def __set__(self, instance, value): raise AttributeError("read only")
class Model:
    age = Typed()
    lazy = Lazy()
    fixed = ReadOnly()
model, filled = Model(), Model()
filled.__dict__.update(age=7, lazy="own", fixed="own")
#? lookup model.age
#= `model.age` is answered by the `Typed` descriptor on `Model`.
#= model.__dict__
#= Model: stored: Typed object (answers); as: data descriptor without __get__; found: as stored
#= object
#? lookup filled.age
#= `filled.age` is answered by the entry in `filled.__dict__`, which hides the `Typed` descriptor on `Model`.
#= filled.__dict__: stored: 7 (answers); as: own entry; found: as stored
#= Model: stored: Typed object (hidden); as: data descriptor without __get__
#= object
#? lookup filled.lazy
#= `filled.lazy` is answered by the entry in `filled.__dict__`, which hides the `Lazy` descriptor on `Model`.
#= filled.__dict__: stored: 'own' (answers); as: own entry; found: as stored
#= Model: stored: Lazy object (hidden); as: non-data descriptor
#= object
#? lookup filled.fixed
#= `filled.fixed` is answered by the `ReadOnly` descriptor on `Model`: a data descriptor comes before the entry in `filled.__dict__`.
#= filled.__dict__: stored: 'own' (hidden); as: own entry
#= Model: stored: ReadOnly object (answers); as: data descriptor; found: 'read'
#= object
#? lookup Model.fixed
#= `Model.fixed` is answered by the `ReadOnly` descriptor on `Model`; a patch must save what is stored, the ReadOnly object.
#= Model: stored: ReadOnly object (answers); as: data descriptor; found: 'read'
#= object
#= type(Model) = type
#= type's base object
#? lookup model.age = 8
#= `model.age = …` is taken by the `Typed` descriptor on `Model`, which changes the entry in `model.__dict__`.
#= model.__dict__: after: 8 (new)
#= Model: stored: Typed object; as: data descriptor without __get__; after: takes it (answers)
#= object
#? lookup model.fixed = 8
#= `model.fixed = …` raises AttributeError: the `ReadOnly` descriptor on `Model` refuses it.
#= model.__dict__
#= Model: stored: ReadOnly object; as: data descriptor; after: AttributeError (fails)
#= object
#? lookup del model.age
#= `del model.age` raises AttributeError: the `Typed` descriptor on `Model` refuses it.
#= model.__dict__: stored: 8; as: own entry
#= Model: stored: Typed object; as: data descriptor without __get__; after: AttributeError (fails)
#= object
#: a cached property answers only once
from functools import cached_property
class Page:
    @cached_property
    def text(self): return "rendered"
page = Page()
#? lookup page.text
#= `page.text` is answered by the `functools.cached_property` descriptor on `Page`.
#= page.__dict__
#= Page: stored: functools.cached_property object (answers); as: non-data descriptor; found: 'rendered'
#= object
#? lookup page.text
#= `page.text` is answered by the entry in `page.__dict__`, which hides the `functools.cached_property` descriptor on `Page`.
#= page.__dict__: stored: 'rendered' (answers); as: own entry; found: as stored
#= Page: stored: functools.cached_property object (hidden); as: non-data descriptor
#= object
#: builtin classes and their objects
def double(x): return 2 * x
double.calls = 0
double.__dict__["__name__"] = "hidden"
items = [1]
#? lookup items.append
#= `items.append` is answered by the built-in method on `list`.
#= list: stored: built-in method (answers); as: non-data descriptor; found: built-in append
#= object
#? lookup "text".upper
#= `'text'.upper` is answered by the built-in method on `str`.
#= str: stored: built-in method (answers); as: non-data descriptor; found: built-in upper
#= object
#? lookup str.upper
#= `str.upper` is answered by the built-in method on `str`.
#= str: stored: built-in method (answers); as: non-data descriptor; found: as stored
#= object
#= type(str) = type
#= type's base object
#? lookup int.extra = 1
#= `int.extra = …` raises TypeError: `int` refuses it.
#= int: after: TypeError (fails)
#= object
#= type(int) = type
#= type's base object
#? lookup del int.extra
#= `del int.extra` raises TypeError: `int` refuses it.
#= int: after: TypeError (fails)
#= object
#= type(int) = type
#= type's base object
#? lookup int.__class__
#= `int.__class__` is answered by the getset descriptor on the metaclass's base `object`: a data descriptor comes before the getset descriptor on `object`.
#= int
#= object: stored: getset descriptor (hidden); as: data descriptor
#= type(int) = type
#= type's base object: stored: getset descriptor (answers); as: data descriptor; found: class type
#? lookup items.extra = 1
#= `items.extra = …` raises AttributeError: no data descriptor takes it, and there is no `__dict__`.
#= list
#= object
#= nowhere: after: AttributeError (fails)
#? lookup double.__name__
#= `double.__name__` is answered by the getset descriptor on `function`: a data descriptor comes before the entry in `double.__dict__`.
#= double.__dict__: stored: 'hidden' (hidden); as: own entry
#= function: stored: getset descriptor (answers); as: data descriptor; found: 'double'
#= object
#? lookup double.calls
#= `double.calls` is answered by the entry in `double.__dict__`.
#= double.__dict__: stored: 0 (answers); as: own entry; found: as stored
#= function
#= object
#? lookup dict.fromkeys
#= `dict.fromkeys` is answered by the built-in classmethod on `dict`.
#= dict: stored: built-in classmethod (answers); as: non-data descriptor; found: built-in fromkeys
#= object
#= type(dict) = type
#= type's base object
#? lookup (5).real
#= `5 .real` is answered by the getset descriptor on `int`.
#= int: stored: getset descriptor (answers); as: data descriptor; found: 5
#= object
#: a bound method hands the question to its function
class Robot:
    def walk(self): pass
    walk.speed = 3
robot = Robot()
#? lookup robot.walk.speed
#= `robot.walk.speed` is answered by the entry in `__func__.__dict__`.
#= method
#= object
#= __func__.__dict__: stored: 3 (answers); as: own entry; found: as stored
#= type(__func__) = function
#= function's base object
#? lookup robot.walk.__func__
#= `robot.walk.__func__` is answered by the member descriptor on `method`.
#= method: stored: member descriptor (answers); as: data descriptor; found: function walk
#= object
#= __func__.__dict__
#= type(__func__) = function
#= function's base object
#? lookup robot.walk.__name__
#= `robot.walk.__name__` is answered by the getset descriptor on `function`.
#= method
#= object
#= __func__.__dict__
#= type(__func__) = function: stored: getset descriptor (answers); as: data descriptor; found: 'walk'
#= function's base object
#? lookup robot.walk.speed = 4
#= `robot.walk.speed = …` raises AttributeError: no data descriptor takes it, and there is no `__dict__`.
#= method
#= object
#= nowhere: after: AttributeError (fails)
#: a partial and a function in an instance are not bound
from functools import partial
def shout(text): return text.upper()
class Speaker:
    call = partial(shout, "x")
    say = print
speaker = Speaker()
speaker.shout = shout
#? lookup speaker.shout
#= `speaker.shout` is answered by the entry in `speaker.__dict__`; an own entry is not bound.
#= speaker.__dict__: stored: function shout (answers); as: own entry; found: as stored
#= Speaker
#= object
#? lookup speaker.say
#= `speaker.say` is answered by the class attribute on `Speaker`.
#= speaker.__dict__
#= Speaker: stored: built-in print (answers); as: class attribute; found: as stored
#= object
#: an MRO made by a metaclass, and two classes of one name
class Reversed(type):
    def mro(cls):
        order = super().mro()
        return [order[0], *reversed(order[1:-1]), order[-1]]
class One: who = "one"
class Two: who = "two"
class Mixed(One, Two, metaclass=Reversed): pass
class Node: level = 1
class Node(Node): level = 2
#? lookup Mixed.who
#= `Mixed.who` is answered by the class attribute on `Two`, which hides the class attribute on `One`.
#= Mixed
#= Two: stored: 'two' (answers); as: class attribute; found: as stored
#= One: stored: 'one' (hidden); as: class attribute
#= object
#= type(Mixed) = Reversed
#= Reversed's base type
#= Reversed's base object
#? lookup Mixed().who
#= `Mixed().who` is answered by the class attribute on `Two`, which hides the class attribute on `One`.
#= Mixed().__dict__
#= Mixed
#= Two: stored: 'two' (answers); as: class attribute; found: as stored
#= One: stored: 'one' (hidden); as: class attribute
#= object
#? lookup Node().level
#= `Node().level` is answered by the class attribute on `Node`, which hides the class attribute on `Node (2)`.
#= Node().__dict__
#= Node: stored: 2 (answers); as: class attribute; found: as stored
#= Node (2): stored: 1 (hidden); as: class attribute
#= object
#: super takes no assignment, and asks no __getattr__
class Base:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, value): self._x = value
class Child(Base):
    def __getattr__(self, name): return "from __getattr__"
    def parent(self): return super()
child = Child()
parent = child.parent()
#? lookup parent.x = 1
#= `parent.x = …` raises AttributeError: no data descriptor takes it, and there is no `__dict__`.
#= super
#= object
#= nowhere: after: AttributeError (fails)
#? lookup parent.anything
#= `parent.anything` raises AttributeError: no rung holds the name.
#= Child: as: skipped by super()
#= Base
#= object
#= super
#= object
#= nowhere: found: AttributeError (fails)
#? lookup super().x
#= NoPicture: `super()` without arguments works only inside a method: write `super(Class, obj)` here.
#: a __dict__ that lies, and an instance without one
class Shadow:
    __dict__ = property(lambda self: {"x": "a lie"})
shadow = Shadow()
shadow.x = "true"
class Base: pass
class Covered(Base):
    __dict__ = property(lambda self: {"x": "a lie"})
covered = Covered()
covered.x = "true"
#? lookup shadow.x
#= `shadow.x` gives 'true', but from a place that the lens can't see, not from these rungs.
#= Shadow
#= object
#= elsewhere: found: 'true' (answers)
#? lookup covered.x
#= `covered.x` is answered by the entry in `covered.__dict__`.
#= covered.__dict__: stored: 'true' (answers); as: own entry; found: as stored
#= Covered
#= Base
#= object
#? lookup shadow.y = 1
#= `shadow.y = …` is taken by a place that the lens can't see, not by these rungs.
#= Shadow
#= object
#= elsewhere: after: takes it (answers)
#: what is no lookup, and what raises before the lookup
#? lookup len
#= NoPicture: A lookup is written with a dot: `obj.name`, `obj.name = value` or `del obj.name`.
#? lookup a.b()
#= NoPicture: A lookup is written with a dot: `obj.name`, `obj.name = value` or `del obj.name`.
#? lookup a, b = 1, 2
#= NoPicture: A lookup is written with a dot: `obj.name`, `obj.name = value` or `del obj.name`.
#? lookup nobody.name
#= NameError: name 'nobody' is not defined
#? lookup x.y: int
#= NoPicture: A lookup is written with a dot: `obj.name`, `obj.name = value` or `del obj.name`.
#: a generic alias answers in its own way
#? lookup list[int].append
#= `list[int].append` gives built-in method, but from a place that the lens can't see, not from these rungs.
#= types.GenericAlias
#= object
#= elsewhere: found: built-in method (answers)
#: a monkey patch and its undoing
class Client:
    @staticmethod
    def fetch(url): return url
class Child(Client):
    pass
def fake(url): return "fake"
saved = Client.fetch
#? lookup Child.fetch = fake
#= `Child.fetch = …` makes an entry in `Child`, which hides the staticmethod on `Client` from now on.
#= Child: after: function fake (new)
#= Client: stored: staticmethod object (hidden); as: non-data descriptor
#= object
#= type(Child) = type
#= type's base object
#? lookup Child.fetch
#= `Child.fetch` is answered by the function on `Child`, which hides the staticmethod on `Client`.
#= Child: stored: function fake (answers); as: non-data descriptor; found: as stored
#= Client: stored: staticmethod object (hidden); as: non-data descriptor
#= object
#= type(Child) = type
#= type's base object
#? lookup del Child.fetch
#= `del Child.fetch` removes the function on `Child`; from now on the staticmethod on `Client` answers.
#= Child: stored: function fake; as: non-data descriptor; after: nothing
#= Client: stored: staticmethod object (answers); as: non-data descriptor
#= object
#= type(Child) = type
#= type's base object
#? lookup Client.fetch = saved
#= `Client.fetch = …` replaces the staticmethod on `Client`.
#= Client: stored: staticmethod object; as: non-data descriptor; after: function fetch (changed)
#= object
#= type(Client) = type
#= type's base object
#? lookup Client().fetch
#= `Client().fetch` is answered by the function on `Client`; what is found is a bound method.
#= Client().__dict__
#= Client: stored: function fetch (answers); as: non-data descriptor; found: method fetch bound to Client object
#= object
#: objects of the standard library: a named tuple and a namespace
from collections import namedtuple
from types import SimpleNamespace
Size = namedtuple("Size", "width height")
size = Size(3, 4)
space = SimpleNamespace(name="space")
#? lookup size.width
#= `size.width` is answered by the `collections._tuplegetter` descriptor on `Size`.
#= Size: stored: collections._tuplegetter object (answers); as: data descriptor; found: 3
#= tuple
#= object
#? lookup size.width = 5
#= `size.width = …` raises AttributeError: the `collections._tuplegetter` descriptor on `Size` refuses it.
#= Size: stored: collections._tuplegetter object; as: data descriptor; after: AttributeError (fails)
#= tuple
#= object
#? lookup space.name
#= `space.name` is answered by the entry in `space.__dict__`.
#= space.__dict__: stored: 'space' (answers); as: own entry; found: as stored
#= types.SimpleNamespace
#= object
#? lookup del space.name
#= `del space.name` removes the entry in `space.__dict__`; no other rung holds the name.
#= space.__dict__: stored: 'space'; as: own entry; after: nothing
#= types.SimpleNamespace
#= object
#: hooks that are no functions, and an update that a property takes
class Answer:
    def __call__(self, *arguments): return "called"
class Odd:
    __getattr__ = Answer()
class Meter:
    _value = 1
    @property
    def value(self): return self._value
    @value.setter
    def value(self, value): self._value = value
    def __setattr__(self, name, value): super().__setattr__(name, value)
odd, meter = Odd(), Meter()
#? lookup odd.anything
#= `odd.anything` is answered by `__getattr__` of `Odd`, because no rung did.
#= odd.__dict__
#= Odd
#= object
#= Odd.__getattr__: stored: Answer object (answers); as: asked last; found: 'called'
#? lookup meter.value += 1
#= `meter.value += …` reads the property on `Meter`, and is taken by the property on `Meter`, through `__setattr__` of `Meter`; `meter.__dict__` gets no such entry.
#= Meter.__setattr__: stored: function __setattr__; as: asked first; after: called (asked)
#= meter.__dict__
#= Meter: stored: property object (answers); as: data descriptor; after: takes it (answers)
#= object
#? lookup meter._value += 1
#= `meter._value += …` reads the entry in `meter.__dict__`, and replaces the entry in `meter.__dict__`, through `__setattr__` of `Meter`.
#= Meter.__setattr__: stored: function __setattr__; as: asked first; after: called (asked)
#= meter.__dict__: stored: 2 (answers); as: own entry; after: 3 (changed)
#= Meter: stored: 1 (hidden); as: class attribute
#= object
#: a patched function of a module, and a name that exists only in builtins
import types
tools = types.ModuleType("tools")
exec("def fetch(): return len(list())", tools.__dict__)
original = tools.fetch
#? lookup tools.fetch
#= `tools.fetch` is answered by the entry in `tools.__dict__`.
#= tools.__dict__: stored: function fetch (answers); as: own entry; found: as stored
#= module
#= object
#? lookup tools.fetch = print
#= `tools.fetch = …` replaces the entry in `tools.__dict__`.
#= tools.__dict__: stored: function fetch; as: own entry; after: built-in print (changed)
#= module
#= object
#? lookup tools.len
#= `tools.len` raises AttributeError: no rung holds the name.
#= tools.__dict__
#= module
#= object
#= nowhere: found: AttributeError (fails)
#? lookup tools.len = max
#= `tools.len = …` makes an entry in `tools.__dict__`.
#= tools.__dict__: after: built-in max (new)
#= module
#= object
#? lookup del tools.len
#= `del tools.len` removes the entry in `tools.__dict__`; no other rung holds the name.
#= tools.__dict__: stored: built-in max; as: own entry; after: nothing
#= module
#= object
#: a __getattribute__ that changes what it passes on, or passes on what is built in
class Doubling:
    def __init__(self): self.size = 1000
    @property
    def name(self): return [1]
    @property
    def plain(self): return [2]
    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        return found * 2 if name in ("name", "size") else found
class Passing(list):
    def __getattribute__(self, name): return super().__getattribute__(name)
import operator
class Foreign:
    name = property(operator.itemgetter(0))
    def __getitem__(self, index): return index
    def __getattribute__(self, name): return super().__getattribute__(name)
doubling, passing, foreign = Doubling(), Passing(), Foreign()
#? lookup doubling.size
#= `doubling.size` is answered by `__getattribute__` of `Doubling`, with something that no rung gave.
#= Doubling.__getattribute__: stored: function __getattribute__ (answers); as: asked first; found: 2000
#= doubling.__dict__: stored: 1000 (hidden); as: own entry
#= Doubling
#= object
#? lookup doubling.name
#= `doubling.name` is answered by `__getattribute__` of `Doubling`, with something that no rung gave.
#= Doubling.__getattribute__: stored: function __getattribute__ (answers); as: asked first; found: list of length 2
#= doubling.__dict__
#= Doubling: stored: property object (hidden); as: data descriptor
#= object
#? lookup doubling.plain
#= `doubling.plain` is answered by the property on `Doubling`, although `__getattribute__` of `Doubling` is asked first.
#= Doubling.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= doubling.__dict__
#= Doubling: stored: property object (answers); as: data descriptor; found: list of length 1
#= object
#? lookup passing.append
#= `passing.append` is answered by the built-in method on `list`, although `__getattribute__` of `Passing` is asked first.
#= Passing.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= passing.__dict__
#= Passing
#= list: stored: built-in method (answers); as: non-data descriptor; found: built-in append
#= object
#? lookup passing.__len__
#= `passing.__len__` is answered by the slot wrapper on `list`, although `__getattribute__` of `Passing` is asked first.
#= Passing.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= passing.__dict__
#= Passing
#= list: stored: slot wrapper (answers); as: non-data descriptor; found: method-wrapper object
#= object
#? lookup passing.__class__
#= `passing.__class__` is answered by the getset descriptor on `object`, although `__getattribute__` of `Passing` is asked first.
#= Passing.__getattribute__: stored: function __getattribute__ (asked); as: asked first
#= passing.__dict__
#= Passing
#= list
#= object: stored: getset descriptor (answers); as: data descriptor; found: class Passing
#? lookup foreign.name
#= `foreign.name` is answered by `__getattribute__` of `Foreign`; whether a rung gave it can't be told.
#= Foreign.__getattribute__: stored: function __getattribute__ (answers); as: asked first; found: 0
#= foreign.__dict__
#= Foreign: stored: property object; as: data descriptor
#= object
#: a method of a method, and a method of what is no function
from types import MethodType
class Caller:
    def __call__(self, *arguments): return arguments
def base(self): return self
method = MethodType(base, 1)
for _ in range(3000): method = MethodType(base, method)
class Holder: pass
holder = Holder()
holder.deep = method
holder.odd = MethodType(Caller(), holder)
#? lookup holder.deep
#= `holder.deep` is answered by the entry in `holder.__dict__`.
#= holder.__dict__: stored: method base bound to method object (answers); as: own entry; found: as stored
#= Holder
#= object
#? lookup holder.odd
#= `holder.odd` is answered by the entry in `holder.__dict__`.
#= holder.__dict__: stored: method Caller bound to Holder object (answers); as: own entry; found: as stored
#= Holder
#= object
