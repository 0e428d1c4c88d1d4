"""What a kind of residue is: one entry of a table in `kinds/`, which holds everything that has to be said about it.

Fingerprints, comparisons, sentences and programs know no kind: they go through the entries. An entry that lacks a
part is refused where it is made, so that no image can be made with it.
"""

from ._words import is_class

# How far a finding reaches.
THIS_NAME, THIS_OBJECT, THIS_FUNCTION, THIS_CONTRACT = "this name", "this object", "this function", "this contract"
THIS_CLASS, THIS_MODULE, WHOLE_PROCESS = "this class", "this module", "the whole process"
SCOPES = {THIS_NAME, THIS_OBJECT, THIS_FUNCTION, THIS_CONTRACT, THIS_CLASS, THIS_MODULE, WHOLE_PROCESS}

# Sentences that suit many kinds.
IS_NEW = "`{target}` is new: {after}"
IS_GONE = "`{target}` is gone"
WAS_CHANGED = "`{target}` was changed: {before} → {after}"

# What `permanent` is for a kind that Python can take back.
NEVER = ""


class Kind:
    """One kind of residue. These parts every kind must have:

    * `name`: the one word by which pages and tests call it
    * `probes`: where it is seen; a tuple of what `of_process` and the functions below it give
    * `added`: the sentence about something that is there now and was not before
    * `removed`: the sentence about something that was there before
    * `changed`: the sentence about something that is not what it was
    * `scope`: how far it reaches; one of `SCOPES`, or a function `(finding)` that gives one
    * `undo`: the way back; a function `(finding, main)` that gives a program, or "" where none leads back; `no_program`
      for a kind that never has one
    * `permanent`: why Python itself can't take it back; a sentence, or a function `(target)` that gives one or "";
      `NEVER` for a kind that Python can always take back

    A sentence is a template with {target}, {before} and {after}, or a function `(finding, target, before, after)` that
    gives the sentence. These parts a kind has only where it is not like the others:

    * `compares`: {module: names} of entries that a probe compares by content; they are not compared by identity then
    * `of_event_loops`: targets that a running event loop sets for itself
    * `in_context`: it is held by the current context, which may be a copy inside of functions
    * `from_beginning`: a row counts only if its owner was there before the run; for other kinds it is enough that the
      owner was there at the last look
    * `is_ordinary`: a function `(old row, new row)`, whether such a difference is not to be told; a row that is not
      there is None
    * `has_settled`: a function `(row)`, whether a row is gone because the thing has become something ordinary, and was
      only on its way to that
    * `is_passing`: a function `(finding)`, whether a finding that was put back is not to be told
    """

    REQUIRED = "probes", "added", "removed", "changed", "scope", "undo", "permanent"
    OPTIONAL = {
        "compares": {},
        "of_event_loops": (),
        "in_context": False,
        "from_beginning": False,
        "is_ordinary": None,
        "has_settled": None,
        "is_passing": None,
    }

    __slots__ = "name", *REQUIRED, *OPTIONAL

    def __init__(self, name, **parts):
        missing = [part for part in self.REQUIRED if part not in parts]
        if missing:
            raise TypeError(f"the kind of residue {name!r} lacks {', '.join(missing)}")
        for part in parts.keys() - self.OPTIONAL.keys() - set(self.REQUIRED):
            raise TypeError(f"the kind of residue {name!r} has {part!r}, which is no part of a kind")
        self.name = name
        for part in self.REQUIRED:
            setattr(self, part, parts[part])
        for part, usual in self.OPTIONAL.items():
            setattr(self, part, parts.get(part, usual))
        self._check()

    def _check(self):
        self._demand("name", type(self.name) is str and self.name.isidentifier(), "a word")
        probes = type(self.probes) is tuple and self.probes and all(type(probe) is Probe for probe in self.probes)
        self._demand("probes", probes, "a tuple of probes")
        for part in "added", "removed", "changed":
            self._demand(
                part,
                _is_sentence(getattr(self, part)),
                "a sentence about {target}, {before} and {after}, or a function that gives one",
            )
        self._demand(
            "scope", self.scope in SCOPES or callable(self.scope), "one of SCOPES, or a function that gives one"
        )
        self._demand("undo", callable(self.undo), "a function that gives a program; `no_program` if there is none")
        self._demand("permanent", type(self.permanent) is str or callable(self.permanent), "a reason, or NEVER")

    def _demand(self, part, is_so, what):
        if not is_so:
            raise TypeError(
                f"the kind of residue {self.name!r} has {getattr(self, part)!r} as its {part}, which is not {what}"
            )

    def __repr__(self):
        return f"<kind of residue {self.name}>"

    def why_permanent(self, target):
        """Why Python can't take back what was done to a target; "" if it can."""
        return self.permanent(target) if callable(self.permanent) else self.permanent


def _is_sentence(words):
    if type(words) is not str:
        return callable(words)
    try:
        return words.format(target="", before="", after="") != ""
    except (LookupError, ValueError):
        return False


def said(words, finding, target, before, after):
    """A sentence of an entry, about a finding. `target`, `before` and `after` are as they are shown."""
    if callable(words):
        return words(finding, target, before, after)
    return words.format(target=target, before=before, after=after)


def is_another(finding, target, before, after):
    """The sentence about something in the place of which there is something else now."""
    was, now = _wrapper(before), _wrapper(after)
    if was != now and "a plain" not in was:
        return f"`{target}` was {was} and is now {now}"
    if before == after:
        return f"`{target}` is no longer the original: {after}"
    return f"`{target}` is no longer the original: {before} → {after}"


def _wrapper(text):
    for word, words in (
        ("staticmethod(", "a static method"),
        ("classmethod(", "a class method"),
        ("<method ", "a bound method"),
    ):
        if text.startswith(word):
            return words
    return "a plain function" if text.startswith("<function ") else "a plain value"


def no_program(finding, main):
    """The way back of a kind that no program takes back: only undoing the run does."""
    return ""


class Probe:
    """Where a kind's residue is seen.

    * `place`: one of the places below
    * `look`: the function that looks there
    * `part`: which part of the place it wants to see

    What looks at rows is given `row(target, value, words="", owner=None, kept=None)` and calls it for each thing that
    it finds: `value` is what is compared; `words` show it, where its own would not do; `owner` is the id of what it
    belongs to; `kept` is what a way back needs of it.
    """

    __slots__ = "place", "look", "part"

    def __init__(self, place, look, part=None):
        self.place, self.look, self.part = place, look, part


# Places, and how a fingerprint or a comparison of two goes through them.
PROCESS, MODULE, VARIABLES, GENERICS, SNAPSHOT, ENTRIES, INSTANCES, COMPARISON, END = range(9)


class Variables:
    """Of which variables a kind wants to see the values.

    * `types`: of those whose value is of one of these types
    * `modules`: of those whose value's type is from one of these modules
    * `names`: of those that are called so
    * `in_classes`: of types; entries of cells' classes are seen as if they were variables if they are of one of these
    """

    __slots__ = "types", "modules", "names", "in_classes"

    def __init__(self, types, modules, names, in_classes):
        self.types, self.modules, self.names, self.in_classes = types, modules, names, in_classes


def of_process(look):
    """Looked for in every fingerprint: `look(row)`."""
    return Probe(PROCESS, look)


def of_module(name, look):
    """Looked for in a module of the library, once that is there: `look(row, module)`."""
    return Probe(MODULE, look, name)


def of_variables(look, types=(), modules=(), names=(), in_classes=()):
    """Looked for in what variables hold: `look(row, name, value, main, snapshot)`; see `Variables`."""
    return Probe(VARIABLES, look, Variables(types, modules, names, in_classes))


def of_generics(look):
    """Looked for in each generic function that a module holds: `look(row, function)`."""
    return Probe(GENERICS, look)


def of_snapshot(look):
    """Looked for in all that a fingerprint has seen: `look(row, snapshot, mark)`."""
    return Probe(SNAPSHOT, look)


def of_entries(claims):
    """Seen where an entry of a module or class has changed: `claims(owner, name of the owner, name of the entry,
    story)` says whether that entry is of this kind. The first kind that claims an entry has it."""
    return Probe(ENTRIES, claims)


def of_instances(claims):
    """Seen where an entry of an instance has changed: `claims(instance, name of the entry, what the instance is called,
    story)`."""
    return Probe(INSTANCES, claims)


def of_comparison(compare):
    """Seen where two fingerprints are compared: `compare(before, after, story)` gives (target, state before, state
    after)."""
    return Probe(COMPARISON, compare)


def of_end(compare):
    """Looked for once, when a run has ended: `compare(first, last)` gives the same for the first and the last
    fingerprint."""
    return Probe(END, compare)


def named(module, names):
    """What claims entries of a module by their names."""
    return lambda owner, of, name, story: of == module and name in names and not is_class(owner)
