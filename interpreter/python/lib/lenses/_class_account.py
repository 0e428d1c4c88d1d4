"""The account of a class statement: what happened, in order, and which names of the class changed meanwhile.

What is built in, such as `type.__new__`, can't always be heard. It gets its place in the account where the language
reference puts it, once something has happened that comes after it.
"""

from types import GenericAlias

from lenses._class_parts import (
    code_behind,
    codes_of,
    derived_metaclass,
    differences,
    entries_hook,
    error_text,
    find_after,
    merged,
    name_of_callable,
    names_in,
)
from lenses._objects import MISSING, class_entry, class_name, describe, find, is_a, mro_of

HOOKS_OF_METACLASS = {"__prepare__": "prepare", "__new__": "new", "mro": "mro", "__init__": "init"}
MOST_EVENTS = 100
CALLED = "is called as the metaclass"
# How `object.__init_subclass__` refuses keywords, in CPython and in RustPython, and what is said here.
REFUSALS = ("__init_subclass__() takes no keyword arguments", "__init_subclass__() got an unexpected keyword argument")
NO_KEYWORDS = "TypeError: object.__init_subclass__ takes no keyword arguments"


class Event:
    """Something that happened: `role` says what, `hook` who did it, and `label` with which arguments.

    `changes` tells for each name of the class that changed meanwhile how it did, `returned` which other object came
    back, and `turn` numbers the events that changed something: the greatest was the last.
    """

    def __init__(self, role, label, detail="", code=None):
        self.role, self.label, self.detail, self.code = role, label, detail, code
        self.hook = label
        self.frame = self.about = self.owner = self.own = None
        self.mark = self.returned = ""
        self.changes = {}
        self.turn = 0

    @property
    def is_hook(self):
        """Whether it is a call of a hook that is written in Python."""
        return self.code is not None and self.role != "body"


class Account:
    """The events of one class statement, and what is known of it so far.

    `is_watched` says whether its names could be compared: not if its body has bound them in a mapping that is no dict.
    """

    def __init__(self):
        self.events = []
        self.named, self.keywords = MISSING, None
        self.resolved, self.metaclass = [], None
        self.names = self.made = None
        self.begun = self.body_ended = self.make_failed = self.is_watched = False
        self._unresolved = []
        self._hooks = {}
        self._turns = 0

    def add(self, role, label, detail="", code=None):
        """Add an event."""
        event = Event(role, label, detail, code)
        if len(self.events) < MOST_EVENTS:
            self.events.append(event)
        return event

    def happened(self, *roles):
        """The events that have one of these roles."""
        return [event for event in self.events if event.role in roles]

    def compare(self, thing, event):
        """Compare the names in a class or namespace with those of last time. What differs is the event's doing."""
        now = names_in(thing)
        if event and self.names is not None and now is not None:
            changes = differences(self.names, now)
            if changes:
                self.count(event)
            event.changes = merged(event.changes, changes)
        self.names = now

    def count(self, event):
        """The event has changed what the statement gives, later than all that did so before."""
        self._turns += 1
        event.turn = self._turns

    def know_metaclass(self, metaclass):
        """Remember the hooks that a metaclass has."""
        if is_a(metaclass, type):
            for name, role in HOOKS_OF_METACLASS.items():
                self._know(metaclass, name, role)
            self._know(type(metaclass), "__call__", "call")
        elif code := code_behind(metaclass):
            self._hooks[id(code)] = ("call", name_of_callable(metaclass), code)

    def know_base(self, base):
        """Remember the hooks that a base has."""
        if is_a(base, type):
            self.know_metaclass(type(base))
            self._know(base, "__init_subclass__", "init_subclass")
        else:
            label, code = entries_hook(base)
            if code:
                self._hooks[id(code)] = ("entries", label, code)

    def _know(self, cls, name, role):
        """Remember each function of a class's MRO that is a hook, by its code object."""
        for owner in mro_of(cls):
            if code := code_behind(class_entry(owner, name)):
                self._hooks.setdefault(id(code), (role, f"{class_name(owner)}.{name}", code))

    def resolve_before(self, asked):
        """Resolve the bases before the one whose `__mro_entries__` has this code. Of them, `list[int]` gives `list`."""
        while self._unresolved and (asked is None or entries_hook(self._unresolved[0])[1] is not asked):
            base = self._unresolved.pop(0)
            if type(base) is GenericAlias:
                self.add("entries", "types.GenericAlias.__mro_entries__", f"gives {describe(base.__origin__)}")
                base = base.__origin__
                self.know_base(base)
            self.resolved.append(base)

    def resolve_first(self, event, bases):
        """The first base that isn't resolved gave these in its place."""
        event.detail = "gives " + (", ".join(map(describe, bases)) or "no base")
        self._unresolved = self._unresolved[1:]
        self.resolved += bases
        for base in bases:
            self.know_base(base)

    def begin(self):
        """Bases and keywords are evaluated: tell how the other bases are resolved, and which metaclass follows."""
        if not self.begun:
            self.resolve_before(None)
            self.begun = True
            self.metaclass = derived_metaclass(self.named, self.resolved)
            self.add("metaclass", "")

    def ensure_made(self):
        """Tell of the class being made, if it wasn't heard."""
        is_class = is_a(self.metaclass, type)
        if not is_class and not self.happened("call"):
            self.add("call", name_of_callable(self.metaclass), CALLED)
        if not self.happened("make"):
            owner = find(self.metaclass, "__new__")[0] if is_class else type
            native = owner if code_behind(class_entry(owner, "__new__")) is None else type
            self.add("make", f"{class_name(native)}.__new__")
        return self.happened("make")[-1]

    def ensure_initialised(self, made):
        """Tell who has answered as `__init_subclass__`, if it wasn't heard."""
        if is_a(made, type) and self.happened("make") and not self.happened("init_subclass"):
            owner, held = find_after(made, "__init_subclass__")
            if owner is not None and code_behind(held) is None:
                done = "does nothing" if owner is object else ""
                self.add("init_subclass", f"{class_name(owner)}.__init_subclass__", done)

    def end_statement(self, result):
        """The statement has ended well: tell of what is built in and so wasn't heard."""
        if not is_a(self.metaclass, type):
            if not self.happened("call"):
                self.add("call", name_of_callable(self.metaclass), CALLED)
            return
        if self.happened("call"):
            return
        if code_behind(find(self.metaclass, "__new__")[1]) is None:
            self.ensure_made()
        self.ensure_initialised(result)
        if not self.happened("init"):
            owner, _ = find(self.metaclass, "__init__")
            detail = "has nothing left to do" if owner is type else ""
            event = self.add("init", f"{class_name(owner)}.__init__", detail)
            if not is_a(result, self.metaclass):
                event.mark, event.detail = "absent", f"isn't called: the result is no {class_name(self.metaclass)}"

    def fail(self, error):
        """Mark the event in which an exception arose."""
        codes = codes_of(error)
        passed = [last for code in codes if (last := self._last_with(code))]
        event = passed[0] if passed else None
        if event is None or event.role == "new" and self.make_failed:
            event = self._unheard_failure(error)
        for each in passed:
            each.detail = each.returned = ""
            each.turn = each.turn if each.changes else 0
        event.mark, event.detail = "fails", self._reason(error)
        return event

    def _last_with(self, code):
        return next((each for each in reversed(self.events) if each.code is code), None)

    def _reason(self, error):
        """What an exception says. `object.__init_subclass__` has other words for it in other interpreters."""
        message = error_text(error)
        is_refusal = any(words in message for words in REFUSALS)
        return NO_KEYWORDS if is_refusal and self._blamed_by(message) is None else message

    def _blamed_by(self, message):
        """The role and the label of the hook that couldn't be called with its arguments, according to a message."""
        blamed = [hook for hook in self._hooks.values() if f": {hook[2].co_qualname}() " in message]
        return blamed[0][:2] if blamed else None

    def _unheard_failure(self, error):
        """The event that failed, if no function of Python did: it wasn't entered, or it is built in."""
        if self.keywords is None:
            return self.add("expressions", "the bases and keywords are evaluated")
        self.begin()
        message = error_text(error)
        if blamed := self._blamed_by(message):
            if blamed[0] in ("init_subclass", "init"):
                self.ensure_made()
            same = [each for each in self.events if each.hook == blamed[1]]
            return same[-1] if same else self.add(*blamed)
        if self.metaclass is None:
            return self.happened("metaclass")[-1]
        if not self.body_ended:
            return self._prepare()
        if not is_a(self.metaclass, type):
            return self.add("call", name_of_callable(self.metaclass))
        made = self.ensure_made()
        if self._reason(error) == NO_KEYWORDS:
            return self.add("init_subclass", "object.__init_subclass__")
        return made

    def _prepare(self):
        prepared = self.happened("prepare")
        return prepared[-1] if prepared else self.add("prepare", f"{name_of_callable(self.metaclass)}.__prepare__")
