"""Listens to a class statement while it runs, and keeps an `Account` of it.

Python's profiler tells of each call of a function that is written in Python, so the hooks of metaclasses, bases and
descriptors are heard as they run. Before and after each, the names of the class are compared, by identity, so a change
is known to be its doing. A `__set_name__` that is built in, such as that of `property`, isn't told of.
"""

from sys import getprofile, setprofile

from lenses._class_account import CALLED, Account, Event
from lenses._class_parts import (
    HOUSEKEEPING,
    code_behind,
    differences,
    names_in,
    namespace_text,
    own_names,
    passed_keywords,
    positional,
    set_name_hook,
)
from lenses._objects import MISSING, class_name, describe, entry, find, is_a

# How many names are told of that a body binds in a mapping with methods of its own.
MOST_BOUND = 15

_make_class = type.__dict__["__new__"]


class Watch(Account):
    """Listens to one class statement. `body` is the code object of its body."""

    def __init__(self, body):
        super().__init__()
        self.body = body
        self.space = None
        self.new_ended = self.decorating = False
        self._open = []

    def note_bases(self, *bases):
        """The statement calls this with its bases, and gets them back."""
        self._unresolved = list(bases)
        for base in bases:
            self.know_base(base)
        return bases

    def note_keywords(self, **keywords):
        """The statement calls this with its keywords, and gets them back."""
        self.keywords = {word: value for word, value in keywords.items() if word != "metaclass"}
        self.named = keywords.get("metaclass", MISSING)
        if self.named is not MISSING:
            self.know_metaclass(self.named)
        return keywords

    def run(self, function, *arguments):
        """Call a function and listen."""
        earlier = getprofile()
        setprofile(self._hear)
        try:
            return function(*arguments)
        finally:
            setprofile(earlier)
            self._open.clear()

    def _hear(self, frame, what, about):
        """The profile function. The reader's statement goes on even if this fails."""
        try:
            if what == "call":
                self._enter(frame)
            elif what == "return" and self._open and self._open[-1].frame is frame:
                self._leave(self._open.pop(), about)
            elif about is _make_class and self._open and self._open[-1].role == "new":
                self.make_failed = what == "c_exception"
                if what == "c_call" and not self.happened("make"):
                    self.add("make", "type.__new__")
        except Exception:
            pass

    def _enter(self, frame):
        role = self._open[-1].role if self._open else ""
        if frame.f_code is self.body and self.space is None:
            self._enter_body(frame)
        elif role == "body":
            self._enter_mapping(frame)
        elif role not in ("bind", "missing") and not any(each.role == "other" for each in self._open):
            self._enter_hook(frame)

    def _enter_body(self, frame):
        self.begin()
        self.space = frame.f_locals
        if not self.happened("prepare"):
            owner = find(self.metaclass, "__prepare__")[0] if is_a(self.metaclass, type) else None
            label = f"{class_name(owner)}.__prepare__" if owner is not None else "no __prepare__"
            self.add("prepare", label, namespace_text(self.space))
        event = self.add("body", "the body runs", code=self.body)
        event.about, event.frame = names_in(self.space), frame
        self._open.append(event)

    def _enter_mapping(self, frame):
        """The body binds a name in a mapping with methods of its own, or asks it for a name that it lacks."""
        method = frame.f_code.co_name
        role = {"__setitem__": "bind", "__missing__": "missing"}.get(method)
        given = positional(frame) if role and len(self.happened("bind", "missing")) < MOST_BOUND else (None,)
        if given[0] is self.space and type(given[1]) is str and given[1] not in HOUSEKEEPING | {"__name__"}:
            owner, held = find(type(self.space), method)
            if code_behind(held) is frame.f_code:
                words = ", ".join(describe(each) for each in given[1:])
                event = self.add(role, f"{class_name(owner)}.{method}({words})", code=frame.f_code)
                event.hook, event.about, event.frame = f"{class_name(owner)}.{method}", given[1:], frame
                self._open.append(event)

    def _enter_hook(self, frame):
        known = self._hooks.get(id(frame.f_code))
        if not known and not self.body_ended:
            return
        given = positional(frame)
        role, label, code = known or set_name_hook(given, frame.f_code)
        if role and self._is_ours(role, given, code):
            self._before(role, given, code)
            words = [describe(given[2])] if role == "set_name" else []
            words += [f"{word}={describe(value)}" for word, value in passed_keywords(frame, self.keywords or {})]
            detail = CALLED if role == "call" and not is_a(self.metaclass, type) else ""
            event = self.add(role, label + (f"({', '.join(words)})" if words else ""), detail, code)
            event.hook, event.frame, event.about = label, frame, given
            event.owner = (
                given[1] if role == "set_name" else given[0] if role in ("init_subclass", "init", "mro") else None
            )
            event.own = own_names(given[0]) if role == "set_name" else None
            self._open.append(event)
        elif role == "new" and self.body_ended:
            event = Event("other", label)
            event.frame = frame
            self._open.append(event)

    def _is_ours(self, role, given, code):
        """Whether a hook is called for the class of the statement: hooks may themselves make other classes."""
        match role:
            case "entries":
                return not self.begun
            case "prepare":
                return self.space is None
            case "call":
                return self.body_ended and not self.happened("call", "new", "make")
            case "new":
                repeated = self.new_ended and not self.decorating or any(each.code is code for each in self._open)
                return self.body_ended and given[0] is self.metaclass and not repeated
        owner = given[1] if role == "set_name" else given[0]
        early = role == "init" and any(each.role == "new" for each in self._open)
        if not self.body_ended or early or not is_a(owner, type):
            return False
        if self.made is None and (type(owner) is self.metaclass or not is_a(self.metaclass, type)):
            self.made = owner
        return owner is self.made or self.decorating

    def _before(self, role, given, code):
        """What must have happened before a hook, and what has changed up to it."""
        running = self._open[-1] if self._open else None
        if role == "entries":
            self.resolve_before(code)
        elif role == "prepare":
            self.begin()
        elif role in ("call", "new") and not self.decorating:
            spaces = [each for each in given if is_a(each, dict)]
            self.compare(spaces[0] if spaces else self.space, running)
        elif not self.decorating:
            self.ensure_made()
            self.compare(self.made, running)
            if role == "init":
                self.ensure_initialised(self.made)

    def _leave(self, event, result):
        """An event has ended."""
        match event.role:
            case "entries" if type(result) is tuple and not any(each.role == "entries" for each in self._open):
                self.resolve_first(event, result)
            case "prepare":
                event.detail = namespace_text(result)
            case "body":
                self.body_ended = True
                self.names = names_in(self.space)
                self.is_watched = self.names is not None
                event.about = self.names and list(differences(event.about, self.names))
            case "bind":
                self._leave_bind(event)
            case "missing":
                event.detail = f"gives {describe(result)}" if result is not None else ""
            case "new" | "call" if not any(each.role == event.role for each in self._open):
                self._leave_making(event, result)
            case "set_name":
                now = own_names(event.about[0])
                kept = [f"{name}={describe(now[name])}" for name in differences(event.own, now) if name in now]
                event.detail = f"keeps {', '.join(kept)}" if kept else ""
        if self.made is not None and event.code is not None and not self.decorating:
            self.compare(self.made, event)

    def _leave_making(self, event, result):
        """The metaclass has made something: a class, as a rule."""
        self.new_ended, event.owner = True, result
        if is_a(result, type) and not self.decorating:
            self.made = result
        elif not self.decorating:
            event.returned = f"returns {describe(result)}"
            self.count(event)

    def _leave_bind(self, event):
        """A mapping has been given a name. Does it hold what it was given?"""
        name, value = event.about[:2]
        stored = entry(self.space, name) if is_a(self.space, dict) else value
        if stored is not value:
            event.returned = f"doesn't keep {name}" if stored is MISSING else f"keeps {describe(stored)} for {name}"
            self.count(event)
