#: a decorator with and without functools.wraps
from functools import wraps
def logged(func):
    @wraps(func)
    def inner(*args, **kwargs):
        return func(*args, **kwargs)
    return inner
def silent(func):
    def inner(*args, **kwargs):
        return func(*args, **kwargs)
    return inner
@logged
def greet(name, mark="!"): return "hello " + name + mark
@silent
def part(name): return "bye " + name
def plain(x, /, y, *, z=1): return x
#? call greet
#= `greet` has 2 layers: the outermost tells `(name, mark='!')`, but accepts `(*args, **kwargs)`.
#= function greet: tells (name, mark='!'), accepts (*args, **kwargs); code of logged.<locals>.inner (changed)
#=   function greet: __wrapped__, in cell func; takes (name, mark='!')
#? call greet("Ann")
#= `greet('Ann')` is seen to enter 2 frames, `logged.<locals>.inner` first and `greet` last, and gives 'hello Ann!'.
#= layers: from outside to inside
#=   function greet: tells (name, mark='!'), accepts (*args, **kwargs); code of logged.<locals>.inner (changed)
#=     function greet: __wrapped__, in cell func; takes (name, mark='!')
#= frames: in the order in which they were entered, apart from the library's
#=   logged.<locals>.inner
#=     greet
#= gives: 'hello Ann!'
#? call part
#= `part` has 2 layers, and no `__wrapped__` leads to function part inside.
#= function inner: takes (*args, **kwargs)
#=   function part: in cell func, no __wrapped__; takes (name)
#? call part("Bob")
#= `part('Bob')` is seen to enter 2 frames, `silent.<locals>.inner` first and `part` last, and gives 'bye Bob'.
#= layers: from outside to inside
#=   function inner: takes (*args, **kwargs)
#=     function part: in cell func, no __wrapped__; takes (name)
#= frames: in the order in which they were entered, apart from the library's
#=   silent.<locals>.inner
#=     part
#= gives: 'bye Bob'
#? call plain
#= `plain` is function plain, with nothing inside that can be seen: it takes `(x, /, y, *, z=1)`.
#= function plain: takes (x, /, y, *, z=1)
#? call plain(1)
#= `plain(1)` raises TypeError, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   function plain: takes (x, /, y, *, z=1); not entered
#= frames: none, apart from the library's
#= raises: TypeError (fails)
#: three decorators, one of them with an argument
from functools import wraps
def repeat(times):
    def decorate(func):
        @wraps(func)
        def inner(*args):
            return [func(*args) for _ in range(times)]
        return inner
    return decorate
def shout(func):
    @wraps(func)
    def inner(text):
        return func(text).upper()
    return inner
@repeat(3)
@shout
def say(text): return text
#? call say
#= `say` has 3 layers: the outermost tells `(text)`, but accepts `(*args)`.
#= function say: tells (text), accepts (*args); code of repeat.<locals>.decorate.<locals>.inner (changed)
#=   function say: __wrapped__, in cell func; takes (text); code of shout.<locals>.inner
#=     function say: __wrapped__, in cell func; takes (text)
#? call say("a")
#= `say('a')` is seen to enter 7 frames, `repeat.<locals>.decorate.<locals>.inner` first and `say` last, and gives a list of length 3.
#= layers: from outside to inside
#=   function say: tells (text), accepts (*args); code of repeat.<locals>.decorate.<locals>.inner (changed)
#=     function say: __wrapped__, in cell func; takes (text); code of shout.<locals>.inner
#=       function say: __wrapped__, in cell func; takes (text)
#= frames: in the order in which they were entered, apart from the library's
#=   repeat.<locals>.decorate.<locals>.inner
#=     shout.<locals>.inner
#=       say
#=     shout.<locals>.inner
#=       say
#=     shout.<locals>.inner
#=       say
#= gives: list of length 3
#? call repeat(2)
#= `repeat(2)` is seen to enter the frame of `repeat`, and gives function decorate.
#= layers: from outside to inside
#=   function repeat: takes (times)
#= frames: in the order in which they were entered, apart from the library's
#=   repeat
#= gives: function decorate
#: a wrapper that adds a parameter and lies about what it wraps
from functools import wraps
def wrong(func):
    @wraps(print)
    def inner(extra, *args):
        return func(*args)
    inner.__wrapped__ = other
    return inner
def other(a, b): return "other"
@wrong
def real(x): return "real"
def claims(a): return a
import inspect
claims.__signature__ = inspect.signature(lambda b, c: None)
#? call real
#= `real` has 3 layers: the outermost tells `(a, b)`, but accepts `(extra, *args)`.
#= function print: tells (a, b), accepts (extra, *args); code of wrong.<locals>.inner (changed)
#=   function other: __wrapped__; takes (a, b)
#=   function real: in cell func, no __wrapped__; takes (x)
#? call real(0, 1)
#= `real(0, 1)` is seen to enter 2 frames, `wrong.<locals>.inner` first and `real` last, and gives 'real'.
#= layers: from outside to inside
#=   function print: tells (a, b), accepts (extra, *args); code of wrong.<locals>.inner (changed)
#=     function other: __wrapped__; takes (a, b); not entered
#=     function real: in cell func, no __wrapped__; takes (x)
#= frames: in the order in which they were entered, apart from the library's
#=   wrong.<locals>.inner
#=     real
#= gives: 'real'
#? call claims
#= `claims` has one layer: the outermost tells `(b, c)`, but accepts `(a)`.
#= function claims: tells (b, c), accepts (a) (changed)
#: partial objects and bound methods
from functools import partial
class Robot:
    def walk(self, steps, speed=1): return steps * speed
    @staticmethod
    def beep(times): return times
    @classmethod
    def make(cls, name): return cls()
robot = Robot()
fast = partial(robot.walk, speed=3)
faster = partial(fast, 2)
shout = partial(str.upper, "x")
#? call robot.walk
#= `robot.walk` has 2 layers, from bound method walk to function walk.
#= bound method walk: with Robot object as the first argument; takes (steps, speed=1)
#=   function walk: the function of the method; takes (self, steps, speed=1)
#? call fast
#= `fast` has 3 layers, from a functools.partial object to function walk.
#= functools.partial object: with speed=3; takes (steps, *, speed=3)
#=   bound method walk: called by the partial object; with Robot object as the first argument; takes (steps, speed=1)
#=     function walk: the function of the method; takes (self, steps, speed=1)
#? call fast(2)
#= `fast(2)` is seen to enter the frame of `Robot.walk`, and gives 6.
#= layers: from outside to inside
#=   functools.partial object: with speed=3; takes (steps, *, speed=3)
#=     bound method walk: called by the partial object; with Robot object as the first argument; takes (steps, speed=1)
#=       function walk: the function of the method; takes (self, steps, speed=1)
#= frames: in the order in which they were entered, apart from the library's
#=   Robot.walk
#= gives: 6
#? call faster()
#= `faster()` is seen to enter the frame of `Robot.walk`, and gives 6.
#= layers: from outside to inside
#=   functools.partial object: with 2, speed=3; takes (*, speed=3)
#=     bound method walk: called by the partial object; with Robot object as the first argument; takes (steps, speed=1)
#=       function walk: the function of the method; takes (self, steps, speed=1)
#= frames: in the order in which they were entered, apart from the library's
#=   Robot.walk
#= gives: 6
#? call shout
#= `shout` has 2 layers, from a functools.partial object to built-in method.
#= functools.partial object: with 'x'
#=   built-in method: called by the partial object
#? call shout()
#= `shout()` gives 'X', and enters no frame apart from the library's.
#= layers: from outside to inside
#=   functools.partial object: with 'x'
#=     built-in method: called by the partial object
#= frames: none, apart from the library's
#= gives: 'X'
#? call Robot.make
#= `Robot.make` has 2 layers, from bound method make to function make.
#= bound method make: with class Robot as the first argument; takes (name)
#=   function make: the function of the method; takes (cls, name)
#? call Robot.make("x")
#= `Robot.make('x')` is seen to enter the frame of `Robot.make`, and gives a Robot object.
#= layers: from outside to inside
#=   bound method make: with class Robot as the first argument; takes (name)
#=     function make: the function of the method; takes (cls, name)
#= frames: in the order in which they were entered, apart from the library's
#=   Robot.make
#= gives: Robot object
#? call Robot.beep
#= `Robot.beep` is function beep, with nothing inside that can be seen: it takes `(times)`.
#= function beep: takes (times)
#? call Robot.__dict__["beep"]
#= `Robot.__dict__['beep']` has 2 layers, from a staticmethod object to function beep.
#= staticmethod object: takes (times)
#=   function beep: the function of the staticmethod; takes (times)
#? call Robot.__dict__["make"]
#= `Robot.__dict__['make']` is a classmethod object, which can't be called: its class has no `__call__`.
#= classmethod object
#=   function make: the function of the classmethod; takes (cls, name)
#: objects with __call__, and decorators that are classes
import functools
class Counted:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func = func
        self.count = 0
    def __call__(self, *args):
        self.count += 1
        return self.func(*args)
class Bare:
    def __init__(self, func): self.func = func
    def __call__(self, *args): return self.func(*args)
@Counted
def square(x): return x * x
@Bare
def cube(x): return x ** 3
#? call square
#= `square` has 3 layers, from a Counted object to function square.
#= Counted object: takes (x)
#=   function __call__: __call__ of Counted; takes (self, *args)
#=   function square: __wrapped__, in attribute func; takes (x)
#? call square(3)
#= `square(3)` is seen to enter 2 frames, `Counted.__call__` first and `square` last, and gives 9.
#= layers: from outside to inside
#=   Counted object: takes (x)
#=     function __call__: __call__ of Counted; takes (self, *args)
#=     function square: __wrapped__, in attribute func; takes (x)
#= frames: in the order in which they were entered, apart from the library's
#=   Counted.__call__
#=     square
#= gives: 9
#? call cube
#= `cube` has 3 layers, and no `__wrapped__` leads to function cube inside.
#= Bare object: takes (*args)
#=   function __call__: __call__ of Bare; takes (self, *args)
#=   function cube: in attribute func, no __wrapped__; takes (x)
#? call cube(2)
#= `cube(2)` is seen to enter 2 frames, `Bare.__call__` first and `cube` last, and gives 8.
#= layers: from outside to inside
#=   Bare object: takes (*args)
#=     function __call__: __call__ of Bare; takes (self, *args)
#=     function cube: in attribute func, no __wrapped__; takes (x)
#= frames: in the order in which they were entered, apart from the library's
#=   Bare.__call__
#=     cube
#= gives: 8
#: single dispatch
from functools import singledispatch
@singledispatch
def show(value): return "object"
@show.register
def _(value: int): return "int"
@show.register(list)
def show_list(value): return [show(each) for each in value]
#? call show
#= `show` chooses by the class of its first argument: `object`, `int`, `list`.
#= function show of functools: tells (value), accepts (*args, **kw); code of singledispatch.<locals>.wrapper (changed)
#=   function show: for object; takes (value)
#=   function _: for int; takes (value)
#=   function show_list: for list; takes (value)
#? call show(3)
#= `show(3)` is seen to enter 2 frames, `singledispatch.<locals>.wrapper` first and `_` last, and gives 'int'.
#= layers: from outside to inside
#=   function show of functools: tells (value), accepts (*args, **kw); code of singledispatch.<locals>.wrapper (changed)
#=     function show: for object; takes (value); not entered
#=     function _: for int; takes (value)
#=     function show_list: for list; takes (value); not entered
#= frames: in the order in which they were entered, apart from the library's
#=   singledispatch.<locals>.wrapper: of functools
#=     _
#= gives: 'int'
#? call show([1, "a"])
#= `show([1, 'a'])` is seen to enter 6 frames, `singledispatch.<locals>.wrapper` first and `show` last, and gives a list of length 2.
#= layers: from outside to inside
#=   function show of functools: tells (value), accepts (*args, **kw); code of singledispatch.<locals>.wrapper (changed)
#=     function show: for object; takes (value)
#=     function _: for int; takes (value)
#=     function show_list: for list; takes (value)
#= frames: in the order in which they were entered, apart from the library's
#=   singledispatch.<locals>.wrapper: of functools
#=     show_list
#=       singledispatch.<locals>.wrapper: of functools
#=         _
#=       singledispatch.<locals>.wrapper: of functools
#=         show
#= gives: list of length 2
#: a cache
from functools import lru_cache, cache
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
#? call fib
#= `fib` has 2 layers, from lru_cache wrapper to function fib.
#= lru_cache wrapper: takes (n)
#=   function fib: __wrapped__; takes (n)
#? call fib(4)
#= `fib(4)` is seen to enter 5 frames of `fib`, and gives 3.
#= layers: from outside to inside
#=   lru_cache wrapper: takes (n)
#=     function fib: __wrapped__; takes (n)
#= frames: in the order in which they were entered, apart from the library's
#=   fib
#=     fib
#=       fib
#=         fib: 2 times
#= gives: 3
#? call fib(4)
#= `fib(4)` gives 3, and enters no frame apart from the library's: no function inside is called.
#= layers: from outside to inside
#=   lru_cache wrapper: takes (n)
#=     function fib: __wrapped__; takes (n); not entered
#= frames: none, apart from the library's
#= gives: 3
#: classes: metaclass, __new__ and __init__
class Meta(type):
    def __call__(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)
class Shape(metaclass=Meta):
    def __new__(cls, size): return super().__new__(cls)
    def __init__(self, size): self.size = size
class Simple: pass
from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int = 0
    def __post_init__(self): self.done = True
#? call Shape
#= A call of `Shape` can lead to `__call__` of `Meta`, `__new__` of `Shape`, `__init__` of `Shape`.
#= class Shape: takes (*args, **kwargs)
#=   function __call__: __call__ of Meta; takes (cls, *args, **kwargs)
#=   function __new__: __new__ of Shape; takes (cls, size)
#=   function __init__: __init__ of Shape; takes (self, size)
#? call Shape(3)
#= `Shape(3)` is seen to enter 3 frames, `Meta.__call__` first and `Shape.__init__` last, and gives a Shape object.
#= layers: from outside to inside
#=   class Shape: takes (*args, **kwargs)
#=     function __call__: __call__ of Meta; takes (cls, *args, **kwargs)
#=     function __new__: __new__ of Shape; takes (cls, size)
#=     function __init__: __init__ of Shape; takes (self, size)
#= frames: in the order in which they were entered, apart from the library's
#=   Meta.__call__
#=     Shape.__new__
#=     Shape.__init__
#= gives: Shape object
#? call Simple
#= `Simple` is class Simple, with nothing inside that can be seen.
#= class Simple
#? call Simple()
#= `Simple()` gives a Simple object, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   class Simple
#= frames: none, apart from the library's
#= gives: Simple object
#? call Point
#= A call of `Point` can lead to `__init__` of `Point`.
#= class Point: takes (x, y=0)
#=   function __init__: __init__ of Point; takes (self, x, y=0); code of __create_fn__.<locals>.__init__
#? call Point(1)
#= `Point(1)` is seen to enter 2 frames, `__create_fn__.<locals>.__init__` first and `Point.__post_init__` last, and gives a Point object.
#= layers: from outside to inside
#=   class Point: takes (x, y=0)
#=     function __init__: __init__ of Point; takes (self, x, y=0); code of __create_fn__.<locals>.__init__
#= frames: in the order in which they were entered, apart from the library's
#=   __create_fn__.<locals>.__init__
#=     Point.__post_init__
#= gives: Point object
#: an exception passes frames, with its cause
def load(text):
    return int(text)
def parse(text):
    try:
        return load(text)
    except ValueError as error:
        raise RuntimeError("cannot parse") from error
def main(text): return parse(text)
#? call load("x")
#= `load('x')` raises ValueError, which is seen to leave the frame of `load`.
#= layers: from outside to inside
#=   function load: takes (text)
#= frames: in the order in which they were entered, apart from the library's
#=   load: left by ValueError at line 2 (fails)
#= raises: ValueError (fails)
#? call main("x")
#= `main('x')` raises RuntimeError, which is seen to leave 2 frames, `parse` first and `main` last; its `__cause__` is ValueError.
#= layers: from outside to inside
#=   function main: takes (text)
#= frames: in the order in which they were entered, apart from the library's
#=   main: left by RuntimeError at line 8 (fails)
#=     parse: left by RuntimeError at line 7 (fails)
#=       load: left by ValueError at line 2 (fails)
#= raises: RuntimeError (fails)
#=   its __cause__: ValueError: from line 2 of load, caught in parse
#? call main("7")
#= `main('7')` is seen to enter 3 frames, `main` first and `load` last, and gives 7.
#= layers: from outside to inside
#=   function main: takes (text)
#= frames: in the order in which they were entered, apart from the library's
#=   main
#=     parse
#=       load
#= gives: 7
#? call main()
#= `main()` raises TypeError, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   function main: takes (text); not entered
#= frames: none, apart from the library's
#= raises: TypeError (fails)
#: an exception in a handler, one hidden by from None, and one in a group
def first(): raise KeyError("first")
def second():
    try:
        first()
    except KeyError:
        raise TypeError("second")
def third():
    try:
        second()
    except TypeError:
        raise ValueError("third") from None
def swallow():
    try:
        first()
    except KeyError:
        return "rescued"
def grouped():
    problems = []
    for each in (first, second):
        try:
            each()
        except Exception as error:
            problems.append(error)
    raise ExceptionGroup("many", problems)
#? call second()
#= `second()` raises TypeError, which is seen to leave the frame of `second`.
#= layers: from outside to inside
#=   function second: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   second: left by TypeError at line 6 (fails)
#=     first: left by KeyError at line 1 (fails)
#= raises: TypeError (fails)
#=   its __context__: KeyError: from line 1 of first, caught in second
#? call third()
#= `third()` raises ValueError, which is seen to leave the frame of `third`.
#= layers: from outside to inside
#=   function third: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   third: left by ValueError at line 11 (fails)
#=     second: left by TypeError at line 6 (fails)
#=       first: left by KeyError at line 1 (fails)
#= raises: ValueError (fails)
#=   its __context__, not shown: TypeError: from line 6 of second, caught in third (hidden)
#=     its __context__: KeyError: from line 1 of first, caught in second
#? call swallow()
#= `swallow()` is seen to enter 2 frames, `swallow` first and `first` last, and gives 'rescued'.
#= layers: from outside to inside
#=   function swallow: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   swallow
#=     first: left by KeyError at line 1 (fails)
#= gives: 'rescued'
#? call grouped()
#= `grouped()` raises ExceptionGroup, which is seen to leave the frame of `grouped`.
#= layers: from outside to inside
#=   function grouped: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   grouped: left by ExceptionGroup at line 24 (fails)
#=     first: left by KeyError at line 1 (fails)
#=     second: left by TypeError at line 6 (fails)
#=       first: left by KeyError at line 1 (fails)
#= raises: ExceptionGroup (fails)
#=   in the group: KeyError: from line 1 of first, caught in grouped
#=   in the group: TypeError: from line 6 of second, caught in grouped
#=     its __context__: KeyError: from line 1 of first, caught in second
#: generators and coroutines
from functools import wraps
def timed(func):
    @wraps(func)
    def inner(*args): return func(*args)
    return inner
@timed
def numbers(n):
    yield from range(n)
async def fetch(): return 1
async def gather():
    return await fetch()
def drive():
    try:
        gather().send(None)
    except StopIteration as stop:
        return stop.value
#? call numbers(2)
#= `numbers(2)` is seen to enter the frame of `timed.<locals>.inner`, and gives a generator object whose body has not begun.
#= layers: from outside to inside
#=   function numbers: tells (n), accepts (*args); code of timed.<locals>.inner (changed)
#=     function numbers: __wrapped__, in cell func; takes (n); not entered
#= frames: in the order in which they were entered, apart from the library's
#=   timed.<locals>.inner
#= gives: generator object, not begun
#? call list(numbers(2))
#= `list(numbers(2))` is seen to enter 4 frames, `timed.<locals>.inner` first and `numbers` last, and gives a list of length 2.
#= layers: from outside to inside
#=   class list
#= frames: in the order in which they were entered, apart from the library's
#=   timed.<locals>.inner
#=   numbers: generator
#=   numbers: generator, resumed, 2 times
#= gives: list of length 2
#? call tuple(x for x in numbers(3))
#= `tuple((x for x in numbers(3)))` is seen to enter 9 frames, `timed.<locals>.inner` first and `numbers` last, and gives a tuple of length 3.
#= layers: from outside to inside
#=   class tuple
#= frames: in the order in which they were entered, apart from the library's
#=   timed.<locals>.inner
#=   <genexpr>: generator
#=     numbers: generator
#=   <genexpr>: generator, resumed
#=     numbers: generator, resumed
#=   <genexpr>: generator, resumed
#=     numbers: generator, resumed
#=   <genexpr>: generator, resumed
#=     numbers: generator, resumed
#= gives: tuple of length 3
#? call fetch()
#= `fetch()` gives a coroutine object whose body has not begun, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   function fetch: takes (); not entered
#= frames: none, apart from the library's
#= gives: coroutine object, not begun
#? call drive()
#= `drive()` is seen to enter 3 frames, `drive` first and `fetch` last, and gives 1.
#= layers: from outside to inside
#=   function drive: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   drive
#=     gather: coroutine
#=       fetch: coroutine
#= gives: 1
#: builtins, lambdas, and what is no call
double = lambda x: 2 * x
pairs = [(lambda y: y)]
number = 3
#? call len
#= `len` is built-in len, with nothing inside that can be seen.
#= built-in len
#? call len("abc")
#= `len('abc')` gives 3, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   built-in len
#= frames: none, apart from the library's
#= gives: 3
#? call double
#= `double` is function <lambda>, with nothing inside that can be seen: it takes `(x)`.
#= function <lambda>: takes (x)
#? call pairs[0](1)
#= `pairs[0](1)` is seen to enter the frame of `<lambda>`, and gives 1.
#= layers: from outside to inside
#=   function <lambda>: takes (y)
#= frames: in the order in which they were entered, apart from the library's
#=   <lambda>
#= gives: 1
#? call map(double, [1])
#= `map(double, [1])` gives a map object, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   class map
#= frames: none, apart from the library's
#= gives: map object
#? call sorted([3, 1], key=double)
#= `sorted([3, 1], key=double)` is seen to enter 2 frames of `<lambda>`, and gives a list of length 2.
#= layers: from outside to inside
#=   built-in sorted
#= frames: in the order in which they were entered, apart from the library's
#=   <lambda>: 2 times
#= gives: list of length 2
#? call number
#= NoPicture: This can't be called: `number` is 3.
#? call number(3)
#= NoPicture: This can't be called: `number` is 3.
#? call x = 3
#= NoPicture: A call is one expression: a function such as `f`, or a call such as `f(x)`.
#? call nothing()
#= NameError: name 'nothing' is not defined
#: lies: __class__, __wrapped__ in a circle, a __call__ of the instance, and a __getattr__
class Liar:
    __class__ = property(lambda self: int)
    def __call__(self): return "called"
    def __getattr__(self, name): raise RuntimeError("do not ask")
    def __repr__(self): raise RuntimeError("do not print")
class Fake: pass
liar, fake = Liar(), Fake()
fake.__call__ = lambda: "never"
def left(a): return a
def right(b): return b
left.__wrapped__ = right
right.__wrapped__ = left
#? call liar
#= `liar` has 2 layers, from a Liar object to function __call__.
#= Liar object: inspect.signature raises (fails)
#=   function __call__: __call__ of Liar; takes (self)
#? call liar()
#= `liar()` is seen to enter the frame of `Liar.__call__`, and gives 'called'.
#= layers: from outside to inside
#=   Liar object: inspect.signature raises (fails)
#=     function __call__: __call__ of Liar; takes (self)
#= frames: in the order in which they were entered, apart from the library's
#=   Liar.__call__
#= gives: 'called'
#? call fake
#= `fake` is a Fake object, which can't be called: its class has no `__call__`.
#= Fake object
#=   function <lambda>: in attribute __call__, no __wrapped__; takes ()
#? call fake()
#= `fake()` raises TypeError, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   Fake object
#=     function <lambda>: in attribute __call__, no __wrapped__; takes (); not entered
#= frames: none, apart from the library's
#= raises: TypeError (fails)
#? call left
#= `left` has 2 layers, from function left to function right.
#= function left: takes (a); inspect.signature raises (fails)
#=   function right: __wrapped__; takes (b); inspect.signature raises (fails)
#: recursion without an end, and many frames
def forever(n): return forever(n + 1)
def many(n):
    for _ in range(n): few()
def few(): return one()
def one(): return 1
#? call many(2)
#= `many(2)` is seen to enter 5 frames, `many` first and `one` last, and gives None.
#= layers: from outside to inside
#=   function many: takes (n)
#= frames: in the order in which they were entered, apart from the library's
#=   many
#=     few
#=       one
#=     few
#=       one
#= gives: None
#? call [few() for _ in range(3)].clear()
#= `[few() for _ in range(3)].clear()` gives None, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   built-in clear
#= frames: none, apart from the library's
#= gives: None
#? call forever(0)
#= `forever(0)` raises RecursionError, which is seen to leave more than 60 frames, `forever` first.
#= layers: from outside to inside
#=   function forever: takes (n)
#= frames: in the order in which they were entered, apart from the library's
#=   forever: left by RecursionError at line 1 (fails)
#=     forever: left by RecursionError at line 1 (fails)
#=       forever: left by RecursionError at line 1 (fails)
#=         forever: left by RecursionError at line 1 (fails)
#=           forever: left by RecursionError at line 1 (fails)
#=             forever: left by RecursionError at line 1 (fails)
#=               forever: left by RecursionError at line 1 (fails)
#=                 forever: left by RecursionError at line 1 (fails)
#=                   forever: left by RecursionError at line 1 (fails)
#=                     forever: left by RecursionError at line 1 (fails)
#=   more frames, which are not listed
#= raises: RecursionError (fails)
#: a default that holds a function, and a keyword-only default
def origin(x): return x
def by_default(x, _inner=origin, *, again=origin): return _inner(x)
def far(x, y=(1, 2), z=None, *, key="a", **rest): return x
#? call by_default
#= `by_default` has 2 layers, and no `__wrapped__` leads to function origin inside.
#= function by_default: takes (x, _inner=…, *, again=…)
#=   function origin: in default _inner, in default again, no __wrapped__; takes (x)
#? call by_default(1)
#= `by_default(1)` is seen to enter 2 frames, `by_default` first and `origin` last, and gives 1.
#= layers: from outside to inside
#=   function by_default: takes (x, _inner=…, *, again=…)
#=     function origin: in default _inner, in default again, no __wrapped__; takes (x)
#= frames: in the order in which they were entered, apart from the library's
#=   by_default
#=     origin
#= gives: 1
#? call far
#= `far` is function far, with nothing inside that can be seen: it takes `(x, y=…, z=None, *, key='a', **rest)`.
#= function far: takes (x, y=…, z=None, *, key='a', **rest)
#: a context manager and a mock as wrappers
from contextlib import contextmanager
from unittest.mock import Mock, patch
@contextmanager
def opened(name):
    yield name
@opened("x")
def used(): return "used"
def effect(): return "effect"
mock = Mock(side_effect=effect)
#? call used
#= `used` has 2 layers: the outermost tells `()`, but accepts `(*args, **kwds)`.
#= function used of contextlib: tells (), accepts (*args, **kwds); code of ContextDecorator.__call__.<locals>.inner (changed)
#=   function used: __wrapped__, in cell func; takes ()
#? call used()
#= `used()` is seen to enter 4 frames, `ContextDecorator.__call__.<locals>.inner` first and `opened` last, and gives 'used'.
#= layers: from outside to inside
#=   function used of contextlib: tells (), accepts (*args, **kwds); code of ContextDecorator.__call__.<locals>.inner (changed)
#=     function used: __wrapped__, in cell func; takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   ContextDecorator.__call__.<locals>.inner: of contextlib
#=     opened: generator
#=     used
#=     opened: generator, resumed
#= gives: 'used'
#? call mock()
#= `mock()` is seen to enter 2 frames, `CallableMixin.__call__` first and `effect` last, and gives 'effect'.
#= layers: from outside to inside
#=   unittest.mock.Mock object: takes (*args, **kwargs)
#=     function __call__ of unittest.mock: __call__ of unittest.mock.CallableMixin; takes (self, /, *args, **kwargs)
#=     function effect: in attribute _mock_side_effect, no __wrapped__; takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   CallableMixin.__call__: of unittest.mock
#=     effect
#= gives: 'effect'
#: a monkey patch that calls what it has replaced
import types
tools = types.ModuleType("tools")
exec("def fetch(url): return url", tools.__dict__)
original = tools.fetch
def patched(url): return original(url) + "?"
tools.fetch = patched
class Client:
    def get(self): return tools.fetch("x")
client = Client()
client.get = client.get
#? call original
#= `original` is function fetch, with nothing inside that can be seen: it takes `(url)`.
#= function fetch of tools: takes (url)
#? call tools.fetch
#= `tools.fetch` is function patched, with nothing inside that can be seen: it takes `(url)`.
#= function patched: takes (url)
#? call tools.fetch("a")
#= `tools.fetch('a')` is seen to enter 2 frames, `patched` first and `fetch` last, and gives 'a?'.
#= layers: from outside to inside
#=   function patched: takes (url)
#= frames: in the order in which they were entered, apart from the library's
#=   patched
#=     fetch: of tools
#= gives: 'a?'
#? call client.get()
#= `client.get()` is seen to enter 3 frames, `Client.get` first and `fetch` last, and gives 'x?'.
#= layers: from outside to inside
#=   bound method get: with Client object as the first argument; takes ()
#=     function get: the function of the method; takes (self)
#= frames: in the order in which they were entered, apart from the library's
#=   Client.get
#=     patched
#=       fetch: of tools
#= gives: 'x?'
#: a property and its functions
class Job:
    @property
    def name(self): return "x"
    @name.setter
    def name(self, value): pass
#? call Job.name
#= `Job.name` is a property object, which can't be called: its class has no `__call__`.
#= property object
#=   function name: fget; takes (self)
#=   function name: fset; takes (self, value)
#? call Job.__dict__["name"]
#= `Job.__dict__['name']` is a property object, which can't be called: its class has no `__call__`.
#= property object
#=   function name: fget; takes (self)
#=   function name: fset; takes (self, value)
#: a retry decorator swallows exceptions, and a suppressed one
from functools import wraps
from contextlib import suppress
def retry(func):
    @wraps(func)
    def inner(*args):
        for _ in range(2):
            try:
                return func(*args)
            except OSError:
                pass
        return func(*args)
    return inner
tries = []
@retry
def connect():
    tries.append(1)
    if len(tries) % 3: raise OSError("down")
    return "up"
def careful():
    with suppress(OSError): connect.__wrapped__()
    return "done"
#? call connect()
#= `connect()` is seen to enter 4 frames, `retry.<locals>.inner` first and `connect` last, and gives 'up'.
#= layers: from outside to inside
#=   function connect: tells (), accepts (*args); code of retry.<locals>.inner (changed)
#=     function connect: __wrapped__, in cell func; takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   retry.<locals>.inner
#=     connect: left by OSError at line 17 (fails)
#=     connect: left by OSError at line 17 (fails)
#=     connect
#= gives: 'up'
#? call careful()
#= `careful()` is seen to enter 2 frames, `careful` first and `connect` last, and gives 'done'.
#= layers: from outside to inside
#=   function careful: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   careful
#=     connect: left by OSError at line 17 (fails)
#= gives: 'done'
#: exceptions of the library, and a cause that was never raised
import json
def read(text): return json.loads(text)
def blame(): raise ValueError("x") from KeyError("never raised")
def again():
    try:
        blame()
    except ValueError as error:
        raise
#? call json.loads("{")
#= `json.loads('{')` raises json.decoder.JSONDecodeError, which is seen to leave the frame of `loads`.
#= layers: from outside to inside
#=   function loads of json: takes (s, *, cls=None, object_hook=None, p…)
#= frames: in the order in which they were entered, apart from the library's
#=   loads: of json, left by json.decoder.JSONDecodeError (fails)
#= raises: json.decoder.JSONDecodeError (fails)
#? call read("{")
#= `read('{')` raises json.decoder.JSONDecodeError, which is seen to leave the frame of `read`.
#= layers: from outside to inside
#=   function read: takes (text)
#= frames: in the order in which they were entered, apart from the library's
#=   read: left by json.decoder.JSONDecodeError at line 2 (fails)
#= raises: json.decoder.JSONDecodeError (fails)
#? call blame()
#= `blame()` raises ValueError, which is seen to leave the frame of `blame`; its `__cause__` is KeyError.
#= layers: from outside to inside
#=   function blame: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   blame: left by ValueError at line 3 (fails)
#= raises: ValueError (fails)
#=   its __cause__: KeyError: has no traceback
#? call again()
#= `again()` raises ValueError, which is seen to leave 2 frames, `blame` first and `again` last; its `__cause__` is KeyError.
#= layers: from outside to inside
#=   function again: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   again: left by ValueError at line 6 (fails)
#=     blame: left by ValueError at line 3 (fails)
#= raises: ValueError (fails)
#=   its __cause__: KeyError: has no traceback
#: a closure that holds itself, generated code without a name, and a method of a decorated class
def outer():
    def inner(n): return 0 if n == 0 else inner(n - 1)
    return inner
inner = outer()
space = {}
exec("def made(x): return x", space)
made = space["made"]
def register(func):
    func.registered = True
    return func
class Service:
    @register
    def run(self, *jobs, fast=False): return jobs
#? call inner
#= `inner` is function inner, with nothing inside that can be seen: it takes `(n)`.
#= function inner: takes (n)
#? call inner(1)
#= `inner(1)` is seen to enter 2 frames of `outer.<locals>.inner`, and gives 0.
#= layers: from outside to inside
#=   function inner: takes (n)
#= frames: in the order in which they were entered, apart from the library's
#=   outer.<locals>.inner
#=     outer.<locals>.inner
#= gives: 0
#? call made
#= `made` is function made, with nothing inside that can be seen: it takes `(x)`.
#= function made: takes (x)
#? call made(3)
#= `made(3)` is seen to enter the frame of `made`, and gives 3.
#= layers: from outside to inside
#=   function made: takes (x)
#= frames: in the order in which they were entered, apart from the library's
#=   made
#= gives: 3
#? call Service.run
#= `Service.run` is function run, with nothing inside that can be seen: it takes `(self, *jobs, fast=False)`.
#= function run: takes (self, *jobs, fast=False)
#? call Service().run(1, 2)
#= `Service().run(1, 2)` is seen to enter the frame of `Service.run`, and gives a tuple of length 2.
#= layers: from outside to inside
#=   bound method run: with Service object as the first argument; takes (*jobs, fast=False)
#=     function run: the function of the method; takes (self, *jobs, fast=False)
#= frames: in the order in which they were entered, apart from the library's
#=   Service.run
#= gives: tuple of length 2
#: a reader who watches, too
import sys
seen = []
def tracer(frame, event, arg): seen.append(event)
sys.setprofile(tracer)
sys.monitoring.use_tool_id(0, "reader")
def work(): return 1
#? call work()
#= `work()` is seen to enter the frame of `work`, and gives 1.
#= layers: from outside to inside
#=   function work: takes ()
#= frames: in the order in which they were entered, apart from the library's
#=   work
#= gives: 1
#: asynchronous code under a decorator
import asyncio
from functools import wraps
def traced(func):
    @wraps(func)
    async def inner(*args):
        return await func(*args)
    return inner
@traced
async def fetch(url): return url
async def broken(): raise LookupError("gone")
async def stream():
    yield 1
def drive(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
#? call fetch
#= `fetch` has 2 layers: the outermost tells `(url)`, but accepts `(*args)`.
#= function fetch: tells (url), accepts (*args); code of traced.<locals>.inner (changed)
#=   function fetch: __wrapped__, in cell func; takes (url)
#? call fetch("x")
#= `fetch('x')` gives a coroutine object whose body has not begun, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   function fetch: tells (url), accepts (*args); code of traced.<locals>.inner; not entered (changed)
#=     function fetch: __wrapped__, in cell func; takes (url); not entered
#= frames: none, apart from the library's
#= gives: coroutine object, not begun
#? call drive(fetch("x"))
#= `drive(fetch('x'))` is seen to enter 3 frames, `drive` first and `fetch` last, and gives 'x'.
#= layers: from outside to inside
#=   function drive: takes (coroutine)
#= frames: in the order in which they were entered, apart from the library's
#=   drive
#=     traced.<locals>.inner: coroutine
#=       fetch: coroutine
#= gives: 'x'
#? call drive(broken())
#= `drive(broken())` raises LookupError, which is seen to leave 2 frames, `broken` first and `drive` last.
#= layers: from outside to inside
#=   function drive: takes (coroutine)
#= frames: in the order in which they were entered, apart from the library's
#=   drive: left by LookupError at line 15 (fails)
#=     broken: coroutine, left by LookupError at line 10 (fails)
#= raises: LookupError (fails)
#? call stream()
#= `stream()` gives an async_generator object whose body has not begun, and enters no frame apart from the library's.
#= layers: from outside to inside
#=   function stream: takes (); not entered
#= frames: none, apart from the library's
#= gives: async_generator object, not begun
#: annotations that can't be evaluated, and defaults that can't be shown
class Loud:
    def __repr__(self): raise RuntimeError("do not print")
def annotated(x: Missing, y: "Later" = Loud(), *, z: int = 10**400) -> Nowhere: return x
def wide(first_argument, second_argument, third_argument, fourth_argument): pass
#? call annotated
#= `annotated` is function annotated, with nothing inside that can be seen: it takes `(x, y=…, *, z=…)`.
#= function annotated: takes (x, y=…, *, z=…)
#? call annotated(1)
#= `annotated(1)` is seen to enter the frame of `annotated`, and gives 1.
#= layers: from outside to inside
#=   function annotated: takes (x, y=…, *, z=…)
#= frames: in the order in which they were entered, apart from the library's
#=   annotated
#= gives: 1
#? call wide
#= `wide` is function wide, with nothing inside that can be seen: it takes `(first_argument, second_argument, th…)`.
#= function wide: takes (first_argument, second_argument, th…)
