"""What the check of a task is written with.

    from checking import cell

    fires = cell.case("fires('average(samples) > 90', [91, 95])")
    fires.gives(True)
    cell.leaves()

A check never shares an interpreter with the reader's cell. It runs in an interpreter of its own, in three steps:

1. The check runs from its first line to its last. Each `cell.case(…)` and each expectation only says what is to be
   tried.
2. Where it needs to know what happened (at its end, or where it reads `case.value`), all that is still to be tried is
   handed to the host. For each thing the host makes a fork of the interpreter in which the reader's cell has run, and
   tries it there.
3. The check runs again from its first line, with what happened at hand.

So the reader's cell never meets what is expected of it, and nothing that it replaces, prints or reads is of use to
it. What comes back from a case is plain data, which was copied by value. As a check runs more than once it must do
the same each time: use `seeded` where it wants something random."""

import ast
import random

__all__ = ["cell", "seeded"]

# A value or a text is shown with at most this many characters.
LONGEST = 300


class Pending(BaseException):
    """The check can't go on before the host has tried what it asks for."""


class Case:
    """A piece of Python that is tried after the reader's cell has run, in a fork of its own.

    Names that are Python's own (`len`, `isinstance`) are those of an untouched Python. Every other name is the case's
    own if the case gives it a value, and else the cell's. `value`, `printed`, `raised` and `calls` say what happened.
    """

    def __init__(self, check, source, about, uses):
        self._check, self._source, self._uses = check, source, list(uses)
        self._about = about or _piece(source)

    # What happened.

    @property
    def value(self):
        """What the last expression gave, if that is plain data: None, numbers, texts, and lists, tuples, dicts and sets
        of these. None for anything else; `shown` then says what it was."""
        return self._known()["value"]

    @property
    def is_plain(self):
        """Whether the last expression gave plain data, which `value` then is."""
        return self._known()["is_plain"]

    @property
    def shown(self):
        """What the last expression gave, or what was raised, in words."""
        return _happened(self._known())

    @property
    def printed(self):
        """What the case wrote to stdout."""
        return self._known()["printed"]

    @property
    def raised(self):
        """The class name of the exception that ended the case, or None."""
        return self._known()["raised"]

    @property
    def calls(self):
        """How many functions were called, the case's own calls included."""
        return self._known()["calls"]

    # What is expected.

    def gives(self, expected, says=None):
        """Expect this plain value. `says` is a sentence for a reader whose cell does not give it."""
        return self._expect(
            lambda known: known["is_plain"] and _same(known["value"], expected), f"gives {_code(repr(expected))}", says
        )

    def raises(self, *names, says=None):
        """Expect an exception of one of these classes, or of any class if none is named."""
        expected = _raising(names)
        return self._expect(lambda known: known["raised"] and (not names or known["raised"] in names), expected, says)

    def prints(self, text, says=None):
        """Expect this text on stdout. White space at the ends of lines does not count."""
        same = [line.rstrip() for line in text.rstrip().splitlines()]

        def is_same(known):
            return [line.rstrip() for line in known["printed"].rstrip().splitlines()] == same

        return self._expect(is_same, f"prints {_code(repr(text))}", says, happened=_printed)

    def costs(self, *, calls, says=None):
        """Expect that at most this many functions are called."""

        def happened(known):
            return _happened(known) if known["raised"] else f"{known['calls']} calls"

        return self._expect(
            lambda known: known["raised"] is None and known["calls"] <= calls, f"at most {calls} calls", says, happened
        )

    def leaves(self, *findings, says=None):
        """Expect that the case leaves these findings and no others: `"attribute json.dumps left"`. What is put back
        may be there or not, unless it is named."""
        self._check.leaves_of(self._about, {"do": "film", "then": self._source}, findings, says)
        return self

    def always_leaves(self, *findings, says=None):
        """Expect the same wherever the case fails: a failure is put at each of its statements and calls in turn, also
        in the functions of the cell that it calls. A failure of the clean-up itself (in `finally`, `except` and
        `__exit__`) is not tried: nothing could clean up after that."""
        self._check.faults_of(self._about, {"do": "faults", "then": self._source}, findings, says)
        return self

    def _expect(self, holds, expected, says, happened=None):
        self._check.later(self._request(), self._about, expected, holds, happened or _happened, says)
        return self

    def _request(self):
        return {"do": "case", "source": self._source, "uses": self._uses}

    def _known(self):
        return _read(self._check.now(self._request()))


class Cell:
    """The reader's cell: its source, and what became of running it."""

    def __init__(self, check):
        self._check = check

    @property
    def source(self):
        """The Python that the reader has written."""
        return self._check.source

    @property
    def tree(self):
        """The syntax tree of the source; an empty module if it does not parse."""
        try:
            return ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ast.Module([], [])

    @property
    def printed(self):
        """What running the cell wrote to stdout."""
        return self._check.ran["printed"]

    @property
    def raised(self):
        """The class name of the exception that left the cell, or None."""
        return self._check.ran["raised"]

    def defined(self, name):
        """The node that defines a function or a class at the top level of the cell; None if there is none. The last one
        counts."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        found = [node for node in self.tree.body if isinstance(node, kinds) and node.name == name]
        return found[-1] if found else None

    def case(self, source, about=None, uses=()):
        """Something to try; see `Case`. `about` stands in the verdict instead of the source. `uses` are names to take
        from the cell although Python has them, too."""
        return Case(self._check, source, about, uses)

    def raises(self, *names, says=None):
        """Expect that the cell itself ends with an exception of one of these classes. Without this it must run to its
        end."""
        self._check.must_end = False
        ran = self._check.ran
        expected = _raising(names)
        holds = ran["raised"] in names if names else ran["raised"]
        self._check.lines.insert(0, _line(bool(holds), "The cell", expected, _ended(ran), ran["line"], says))

    def prints(self, text, says=None):
        """Expect that running the cell writes this text to stdout, somewhere in its output."""
        expected, happened = f"prints {_code(repr(text))}", _printed(self._check.ran)
        self.expect(text in self.printed, "The cell", expected, happened, None, says)

    def leaves(self, *findings, says=None):
        """Expect that running the cell leaves these findings and no others."""
        self._check.leaves_of("The cell", {"do": "film", "then": None}, findings, says)

    def always_leaves(self, *findings, says=None):
        """Expect the same wherever the cell fails."""
        self._check.faults_of("The cell", {"do": "faults", "then": None}, findings, says)

    def uses_no(self, *names, says=None):
        """Expect that none of these names stands in the cell, as a name, as an attribute or in an import."""
        for node in ast.walk(self.tree):
            words = {getattr(node, field, None) for field in ("id", "attr", "module", "name", "arg")}
            found = next((name for name in names if name in words), None)
            if found:
                line = getattr(node, "lineno", None)
                happened = f"`{found}` stands in line {line}"
                self.expect(False, "The cell", f"does without `{found}`", happened, line, says)
                return
        self.expect(True, "The cell", "does without " + " and ".join(map(_code, names)), "it does", None, says)

    def expect(self, holds, tried, expected, happened, line=None, says=None):
        """A line of the verdict of your own: what was tried, what was expected of it, and what happened, all in words.
        `line` is the line of the cell that it is about."""
        self._check.lines.append(_line(bool(holds), tried, expected, happened, line, says))

    def finds(self, holds, name, happened=""):
        """A line of the verdict that is hidden until it holds: something to be found. Until then only the number of
        such lines is shown."""
        self._check.lines.append({**_line(bool(holds), name, "", happened, None, None), "hidden": not holds})

    def foresee(self, condition, sentence):
        """Say this to a reader whose answer is not right yet, if the condition holds: a mistake that you have
        foreseen."""
        if condition and sentence not in self._check.says:
            self._check.says.append(sentence)


class Check:
    """One run of a check."""

    def begin(self, source, ran, tried, seed):
        """`ran` is what became of running the cell. `tried` are pairs of what was asked for and its answer."""
        self.source, self.tried = source, tried
        self.ran = {"raised": None, "printed": "", "line": None, "about": "", **ran}
        self.lines, self.says, self.wanted = [], [], []
        # Whether the cell itself must run to its end.
        self.must_end = True
        seeded.seed(seed)

    def now(self, request):
        """The answer to a request. Everything that is not known yet is asked for together."""
        self.want(request)
        if self.wanted:
            raise Pending
        return self.answer(request)

    def want(self, request):
        if self.answer(request) is None and request not in self.wanted:
            self.wanted.append(request)

    def answer(self, request):
        return next((answer for asked, answer in self.tried if asked == request), None)

    def told(self, request):
        """The answer to a request, asked for if it is not known yet; None as long as it is not, or if it never will be:
        CPython has no ledger."""
        self.want(request)
        answer = self.answer(request)
        return None if answer is None or "skipped" in answer else answer

    def later(self, request, tried, expected, holds, happened, says):
        """Add a line to the verdict once the answer about a case is known."""
        answer = self.told(request)
        if answer is None:
            return
        known = _read(answer)
        self.lines.append(
            _line(known["tried"] and bool(holds(known)), tried, expected, happened(known), known["line"], says)
        )

    def leaves_of(self, tried, request, findings, says):
        """Add a line about what is left once that is known."""
        answer = self.told(request)
        if answer is None:
            return
        expected = _leaving(findings)
        if "failed" in answer:
            self.lines.append(_line(False, tried, expected, answer["failed"], None, says))
            return
        left = [each for each in answer["findings"] if each["status"] != "reverted" or _words(each) in findings]
        found = [_words(each) for each in left]
        wrong = [each for each in left if _words(each) not in findings]
        line = wrong[0]["line"] if wrong and not request["then"] else None
        self.lines.append(
            _line(sorted(set(found)) == sorted(set(findings)), tried, expected, _leaving(found), line, says)
        )

    def faults_of(self, tried, request, findings, says):
        """Add a line about what is left wherever something fails once that is known."""
        answer = self.told(request)
        if answer is None:
            return
        expected = _leaving(findings) + ", wherever it fails"
        if "failed" in answer:
            self.lines.append(_line(False, tried, expected, answer["failed"], None, says))
            return
        wanted = {finding.rpartition(" ")[0] for finding in findings}
        cleaning = _cleaning(f"{self.source.rstrip()}\n{request['then'] or ''}")
        places = [place for place in answer["places"] if place["line"] not in cleaning]
        lines = len(self.source.rstrip().splitlines())
        for place in places:
            left = sorted(set(place["left"]) - wanted)
            if place["failed"] or left:
                line = place["line"] if place["line"] <= lines else None
                where = f"failing in line {line}" if line else "failing in the check's own use of it"
                where += f" at {_code(place['call'])}" if place["call"] else ""
                happened = f"{where}: {place['failed'] or _leaving(left)}"
                self.lines.append(_line(False, tried, expected, happened, line, says))
                return
        if answer["untried"]:
            happened = f"so it does at {len(places)} places; {answer['untried']} more could not be tried in time"
            self.lines.append(_line(False, tried, expected, happened, None, None))
            return
        ok = bool(places)
        happened = f"so it does at {len(places)} places" if ok else "there is no place where it could fail"
        self.lines.append(_line(ok, tried, expected, happened, None, says))

    def verdict(self):
        """The verdict; call it when the check has run to its end."""
        if self.wanted:
            raise Pending
        ran = self.ran
        if self.must_end:
            line = _line(ran["raised"] is None, "The cell", "runs to its end", _ended(ran), ran["line"], None)
            self.lines.insert(0, line)
        passed = bool(self.lines) and all(line["ok"] for line in self.lines)
        # An attempt counts if the cell came as far as it should.
        has_run = ran["raised"] is None or not self.must_end and ran["raised"] != ""
        return {"passed": passed, "ran": has_run, "lines": self.lines, "says": [] if passed else self.says}


def judge(check, source, ran, tried, seed):
    """Run a check. Gives `{"verdict": …}`, or `{"wanted": …}` if there is something to be tried first."""
    _check.begin(source, ran, tried, seed)
    try:
        exec(compile(check, "<check>", "exec", dont_inherit=True), {"__name__": "check"})
        return {"verdict": _check.verdict()}
    except Pending:
        return {"wanted": _check.wanted}


def _cleaning(source):
    """The lines of a source that clean up: those of `finally`, `except` and `__exit__`."""
    lines = set()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return lines
    for node in ast.walk(tree):
        bodies = []
        if isinstance(node, ast.Try | ast.TryStar):
            bodies = [node.finalbody, *(handler.body for handler in node.handlers)]
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in ("__exit__", "__aexit__"):
            bodies = [node.body]
        for body in bodies:
            if any(isinstance(part, ast.Yield | ast.YieldFrom) for statement in body for part in ast.walk(statement)):
                # What a context manager is used for happens there; that is no clean-up.
                continue
            for statement in body:
                lines.update(range(statement.lineno, statement.end_lineno + 1))
    return lines


def _line(ok, tried, expected, happened, line, says):
    return {
        "ok": ok,
        "tried": tried,
        "expected": expected,
        "happened": happened,
        "line": line,
        "says": None if ok else says,
        "hidden": False,
    }


def _read(answer):
    """The answer about a case, complete."""
    known = {"raised": None, "printed": "", "line": None, "calls": 0, "shown": "", "about": "", "literal": None}
    known.update(answer)
    known["tried"] = "failed" not in answer
    if "failed" in answer:
        known["raised"], known["about"] = "", answer["failed"]
    known["is_plain"], known["value"] = False, None
    if known["literal"] is not None:
        try:
            known["is_plain"], known["value"] = True, ast.literal_eval(known["literal"])
        except Exception:
            # Only a cell that meddles with the case gives something that is no literal.
            known["is_plain"] = False
    return known


def _happened(known):
    if known["raised"] is not None:
        return _ended(known)
    return f"gives {_code(known['shown'])}"


def _ended(known):
    if known["raised"] is None:
        return "it did"
    name, about = known["raised"], known["about"]
    raised = f"raises {_code(f'{name}: {about}' if about else name)}"
    return raised if name else _shorten(about)


def _raising(names):
    return "raises " + " or ".join(map(_code, names)) if names else "raises an exception"


def _printed(known):
    return f"prints {_code(repr(known['printed']))}" if known["printed"] else "prints nothing"


def _words(finding):
    return f"{finding['kind']} {finding['target']} {finding['status']}"


def _leaving(findings):
    return "leaves " + ", ".join(f"`{finding}`" for finding in findings) if findings else "leaves nothing behind"


def _same(value, expected):
    """Whether two plain values are equal, with True no number."""
    if type(value) is not type(expected):
        return {type(value), type(expected)} == {int, float} and value == expected
    if isinstance(expected, list | tuple):
        return len(value) == len(expected) and all(map(_same, value, expected))
    if isinstance(expected, dict):
        return value.keys() == expected.keys() and all(_same(value[key], expected[key]) for key in expected)
    if isinstance(expected, set):
        return value == expected and {type(item) for item in value} == {type(item) for item in expected}
    return value == expected


def _piece(source):
    """The source of a case as it is shown: marked as code if it is one line."""
    return source.strip() if "\n" in source.strip() else f"`{source.strip()}`"


def _code(text):
    """A text marked as code, cut if it is long."""
    return f"`{_shorten(text).replace('`', chr(8217))}`"


def _shorten(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


# A generator of random numbers that is the same in each run of one check, and another one for the next press.
seeded = random.Random(0)
_check = Check()
cell = Cell(_check)
