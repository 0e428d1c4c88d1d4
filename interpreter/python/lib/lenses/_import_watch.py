"""Watches what an import statement has Python do.

While a `Watch` is entered, stand-ins take the places of the finders in `sys.meta_path` and of the hooks in
`sys.path_hooks`. They report what they are asked and what they answer. The loader of each spec is replaced likewise,
until it is asked to run its module. Afterwards everything is put back. What a module imports while it runs is noted by
name only.
"""

import sys
from importlib.util import _LazyModule
from types import FunctionType

from lenses._import_parts import (
    Finder,
    Hook,
    Loader,
    home_of,
    is_own_module,
    is_path,
    is_standard,
    label_of,
    name_of_place,
    one_of,
    put_back,
    real_of,
)
from lenses._objects import MISSING, entry, own_dict
from lenses._picture import step

LANES = ["sys.modules", "sys.meta_path", "sys.path_hooks", "loader", "parent", "names"]
MODULES, META_PATH, PATH_HOOKS, LOADER, PARENT, NAMES = range(len(LANES))
STANDARD_FINDERS = "the standard finders"
# Not more is listed of what modules import as they run, and of the names that a module binds.
MOST_NESTED = 8
MOST_NAMES = 4

_name = type.__dict__["__name__"].__get__


class Watch:
    """The steps of an import, as they are taken. `chain` are the modules that the statement names, parents first."""

    def __init__(self, chain):
        self.chain = chain
        # Steps, and functions that give a step or None when everything is over.
        self.taken = []
        # Who is at work, outermost first: finders that are being asked and modules whose code is running. Each is a
        # pair of what it is called and the name of the module that this is about.
        self.inside = []
        # By module: who gave its spec, as (name, whether it is the reader's); and what became of its code.
        self.found, self.code = {}, {}
        # The loader, the module and the exception if a module's code has failed; the finder and so on if a finder has.
        self.failed_loader, self.failed_finder = None, None
        # The module about which only standard finders have been asked since the last step, or an empty text.
        self._passed = ""
        # Modules that were asked for, with what their parent had under their name before; the ones noted as absent; and
        # the ones that modules have asked for as they ran.
        self._asked, self._absent, self._nested = {}, set(), set()
        # The hooks that the finder that is being asked has asked: (hook, place, whether it took it). Specs, with their
        # loaders' stand-ins.
        self._hooks, self._specs = [], []

    def __enter__(self):
        for things, stand_in in (sys.meta_path, Finder), (sys.path_hooks, Hook):
            things[:] = [stand_in(self, real) for real in things]
        self._replaced = sys.meta_path, sys.path_hooks
        return self

    def __exit__(self, *_):
        for things in self._replaced:
            things[:] = [real_of(thing) for thing in things]
        for spec, stand_in in self._specs:
            put_back(spec, stand_in)
        self._flush()

    def note(self, *parts, **more):
        self._flush()
        self.taken.append(step(*parts, **more))

    def note_absent(self, name):
        """Note that `sys.modules` has no such module, once."""
        if name not in self._absent:
            self._absent.add(name)
            self.note(MODULES, f"`{name}`", "not there", "absent")

    def note_later(self, give_step):
        """Leave a place for a step that can be given only when everything is over."""
        self._flush()
        self.taken.append(give_step)

    def steps(self):
        """The steps, now that everything is over."""
        given = [each() if type(each) is FunctionType else each for each in self.taken]
        return [each for each in given if each is not None]

    def nested(self):
        """The modules that other modules have asked for as they ran."""
        return sorted(self._nested)

    def was_asked_for(self, name):
        """Whether finders were asked for a module that the statement names."""
        return name in self._asked

    # What the stand-ins report.

    def ask(self, finder, find_spec, name, arguments):
        """Have a finder's `find_spec` answer, and note it."""
        if self.inside:
            self._note_nested(name)
        elif name not in self._asked:
            self._asked[name] = _attribute_of_parent(name)
            self.note_absent(name)
        outermost = not self.inside
        self._hooks = []
        self.inside.append((f"`{label_of(finder)}`", name))
        try:
            spec = find_spec(*arguments[0], **arguments[1])
        except BaseException as error:
            if outermost:
                self.failed_finder = label_of(finder), name, _name(type(error))
                says = f"asked for `{name}`: raises {_name(type(error))}"
                self.note(META_PATH, f"`{label_of(finder)}`", says, "fails")
            raise
        finally:
            self.inside.pop()
        if outermost:
            self._note_answer(finder, name, spec)
        self._watch_loader(spec, name)
        return spec

    def pass_over(self, finder):
        """Note that a finder has no `find_spec`, so that it can't be asked."""
        if not self.inside:
            self.note(META_PATH, f"`{label_of(finder)}`", "has no `find_spec`: passed over", "hidden")

    def _note_answer(self, finder, name, spec):
        is_own = not is_standard(finder)
        if spec is not None and getattr(spec, "loader", MISSING) is MISSING:
            self.note(META_PATH, f"`{label_of(finder)}`", f"asked for `{name}`: gives {one_of(spec)}, no spec", "fails")
            return
        if spec is None and not is_own:
            self._passed = name
            return
        self._passed = "" if not is_own else self._passed
        self._note_hooks(name, spec)
        answer = f"asked for `{name}`: {'passes' if spec is None else 'has a spec'}"
        who = f"`{label_of(finder)}`" if is_own else STANDARD_FINDERS
        self.note(META_PATH, who, answer, "new" if is_own else "answers")
        if spec is None:
            return
        self.found[name] = label_of(finder), is_own
        if spec.loader is None:
            self.code[name] = "it is a namespace package, so no code runs"
            self.note(LOADER, "no loader", f"`{name}` is a namespace package: no code runs", "asked")
            self.note_later(lambda: step(MODULES, f"`{name}`", "is put in", "new") if name in sys.modules else None)
            self._note_parent(name)

    def _note_hooks(self, name, spec):
        """The hooks that were asked about a place, and the one that took the place in which the module was found."""
        for hook, place, taken in self._hooks:
            if not is_standard(hook) and (taken or not is_path(place)):
                says = f"{'takes' if taken else 'refuses'} {name_of_place(place, name)}"
                self.note(PATH_HOOKS, f"`{label_of(hook)}`", says, "new")
        home = home_of(spec, name)
        if home is None or not is_own_module(name):
            return
        takers = [hook for hook, place, taken in self._hooks if taken and type(place) is str and place == home]
        if not takers and home in sys.path_importer_cache:
            self.note(PATH_HOOKS, "not asked", f"a finder for {name_of_place(home, name)} is kept already", "hidden")
        elif takers and is_standard(takers[0]):
            self.note(PATH_HOOKS, f"`{label_of(takers[0])}`", f"takes {name_of_place(home, name)}", "asked")

    def hook(self, hook, place, arguments):
        """Have a path hook answer, and note it."""
        try:
            finder = hook(*arguments)
        except ImportError:
            self._hooks.append((hook, place, False))
            raise
        self._hooks.append((hook, place, True))
        return finder

    def create(self, loader, create_module, spec):
        """Have a loader make a module, and note it."""
        who = f"`{label_of(loader)}.create_module`"
        try:
            module = create_module(spec)
        except BaseException as error:
            if not self.inside:
                self._note_failed(who, spec.name, error)
            raise
        if not self.inside and not is_standard(loader):
            says = "leaves the making to Python" if module is None else f"makes {one_of(module)}"
            self.note(LOADER, who, says, "new")
        return module

    def run(self, loader, method, execute, module, name):
        """Have a loader run a module, and note it."""
        outermost, who = not self.inside, f"`{label_of(loader)}.{method}`"
        before = set(own_dict(module) or ())
        if outermost:
            if module is not None and sys.modules.get(name) is module:
                self.note(MODULES, f"`{name}`", "is put in", "new")
            self.note(LOADER, who, f"is to run `{name}`", "asked" if is_standard(loader) else "new")
        self.inside.append((f"`{name}`", name))
        try:
            result = execute()
        except BaseException as error:
            if outermost:
                self._note_failed(who, name, error)
                self.note_later(lambda: _taken_out(name))
            raise
        finally:
            self.inside.pop()
        if outermost:
            self._note_run(name, module, before)
        return result

    def _note_failed(self, who, name, error):
        self.failed_loader = who, name, _name(type(error))
        self.note(LOADER, who, f"`{name}` raises {_name(type(error))}", "fails")

    def _note_run(self, name, module, before):
        names = [each for each in own_dict(module) or () if type(each) is str and each not in before]
        bound = [f"`{each}`" for each in names if each[:2] != "__"]
        self.code[name] = "its loader runs it once"
        if type(module) is _LazyModule:
            self.code[name] = "its code runs when it is first used"
            self.note(LOADER, f"`{name}`", "has not run yet: it does when it is first used", "asked")
        elif bound and is_own_module(name):
            shown = bound[:MOST_NAMES] + ["…"] * (len(bound) > MOST_NAMES)
            self.note(LOADER, f"`{name}` has run", "it binds " + ", ".join(shown))
        if name not in sys.modules:
            self.note(MODULES, f"`{name}`", "its own code has taken it out", "fails")
        elif module is None:
            self.note(MODULES, f"`{name}`", "the loader has put it in", "new")
        elif sys.modules[name] is not module:
            self.note(MODULES, f"`{name}`", "its own code has put something else there", "changed")
        self._note_parent(name)
        at = self.chain.index(name) + 1 if name in self.chain else len(self.chain)
        if at < len(self.chain) and self.chain[at] in sys.modules:
            self.note(MODULES, f"`{self.chain[at]}`", f"there by now: put there while `{name}` ran", "answers")

    def _note_parent(self, name):
        if "." in name:
            before = self._asked.get(name, MISSING)
            self.note_later(lambda: _set_on_parent(name, before))

    def _note_nested(self, name):
        who, about = self.inside[-1]
        if name == about or name in self._nested or not is_own_module(name):
            return
        self._nested.add(name)
        if len(self._nested) <= MOST_NESTED:
            self.note(LOADER, who, f"asks for `{name}`", "asked")
        elif len(self._nested) == MOST_NESTED + 1:
            self.note(LOADER, who, "asks for more", "asked")

    def _watch_loader(self, spec, name):
        loader = getattr(spec, "loader", None)
        if loader is not None and type(loader) is not Loader:
            stand_in = Loader(self, loader, name, spec)
            spec.loader = stand_in
            self._specs.append((spec, stand_in))

    def _flush(self):
        """Note that the standard finders have passed, all of them in one step."""
        if self._passed:
            name, self._passed = self._passed, ""
            self.taken.append(step(META_PATH, STANDARD_FINDERS, f"asked for `{name}`: pass", "asked"))


# Steps that are given when everything is over.


def _taken_out(name):
    if name not in sys.modules:
        return step(MODULES, f"`{name}`", "is taken out again", "changed")
    return None


def _attribute_of_parent(name):
    """What the parent module has under the last part of a module's name."""
    parent, _, last = name.rpartition(".")
    return entry(own_dict(sys.modules.get(parent)) or {}, last)


def _set_on_parent(name, before):
    now = _attribute_of_parent(name)
    if now is MISSING or now is not sys.modules.get(name):
        return step(PARENT, f"`{name}`", "is not set to the module", "fails")
    if before is MISSING or before is now:
        return step(PARENT, f"`{name}`", "is set to the module", "new")
    return step(PARENT, f"`{name}`", f"was {one_of(before)}, is set to the module", "changed")
