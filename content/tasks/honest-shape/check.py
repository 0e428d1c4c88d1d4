from checking import cell

OPTIONAL = """
class Door:
    def close(self, *, force=False): ...

class Stream:
    def close(self, *reasons): ...

[can_close(Door()), can_close(Stream())]
"""
STRICT = """
class Gate:
    def close(self, *, force): ...

class Valve:
    def close(self, force): ...

[can_close(Gate()), can_close(Valve())]
"""
WITHOUT_SELF = """
class Shop:
    def __init__(self):
        self.close = lambda: None

class Case:
    @staticmethod
    def close(): ...

class Pool:
    @classmethod
    def close(cls): ...

[can_close(Shop()), can_close(Case()), can_close(Pool())]
"""
NO_METHOD = """
class Quote:
    close = 42

class Frozen:
    close = None

class Empty: ...

[can_close(Quote()), can_close(Frozen()), can_close(Empty())]
"""
PROPERTY = """
class Session:
    @property
    def close(self):
        print("connecting")
        return lambda: None

class Lasting(Session): ...

can_close(Session()) or can_close(Lasting())
"""
CALLED = """
class Feed:
    is_open = True
    def close(self):
        self.is_open = False

feed = Feed()
[can_close(feed), feed.is_open]
"""

feed = cell.case(CALLED, about="`can_close(feed)`, and whether the feed is open after it")
feed.gives([True, True], says="You were asked whether it can be closed. It must still be open after the question.")
optional = cell.case(OPTIONAL, about="`close(self, *, force=False)` and `close(self, *reasons)`")
optional.gives([True, True], says="An option that may be left out does no harm: `thing.close()` fits.")
strict = cell.case(STRICT, about="`close(self, *, force)` and `close(self, force)`")
strict.gives(
    [False, False], says="The name is there and the call would not fit. Which tool fits arguments without calling?"
)
no_method = cell.case(NO_METHOD, about="a number, `None`, and nothing under the name")
no_method.gives([False, False, False], says="Something stands under the name that nobody can call.")
without_self = cell.case(WITHOUT_SELF, about="a function kept on the instance, a static method, a class method")
without_self.gives(
    [True, True, True],
    says="Not every method takes `self`. Ask about what `thing.close` gives, not the class's function.",
)
asked = cell.case(PROPERTY, about="a property named `close`")
asked.gives(False, says="A property is no method, whatever it gives back.")
asked.prints("", says="Your question ran the property. Whoever only asks must not connect.")
