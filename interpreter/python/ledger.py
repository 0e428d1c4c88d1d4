"""Answers questions about residue: `film`, `sites`, `trial`, `fault` and `evaluate`. Asked in forks only, through
`looking.py`.

The answers are dicts of plain data. `main` is the namespace of `__main__`; `cell`, `source` and `file` are a cell's id,
its source and the file name of that in tracebacks. boot.py gives this module the names `films`, `faults`, `cleanup`,
`sentences` and `words`, which are modules of the sealed copy of the package `residue`.
"""

import sys

# The dict itself: the reader may replace `sys.modules`.
_modules = sys.modules
# An answer lists at most this many findings: nobody reads a longer table, and each finding takes half a kilobyte
# wherever it is stored.
MOST_FINDINGS = 200
# The value of an expression is shown with at most this many characters.
LONGEST_TEXT = 300


def film(main, cell, source, file, watched=True, within=None):
    """Run a cell again and say what it changed: between each two statements if `watched`, else between beginning and
    end. At most `within` milliseconds are spent on comparing; see `residue/_film.py`."""
    watch = films.film(main, source, file, watched, within)
    # If there are too many findings, those that were not reverted are listed first.
    listed = (
        watch.findings
        if len(watch.findings) <= MOST_FINDINGS
        else sorted(watch.findings, key=_is_reverted)[:MOST_FINDINGS]
    )
    return {
        "findings": [_row(finding, main, watched) for finding in listed],
        "more": len(watch.findings) - len(listed),
        "ordinary": sentences.ordinary(watch),
        "looked": watch.looked,
        "sampled": watch.sampled,
    }


def _is_reverted(finding):
    return finding.status == "reverted"


def _row(finding, main, watched):
    """A finding as plain data, a row of the ledger's table. `was` and `is` say what stood there before and stands there
    now, in a form that films of different runs can be compared by."""
    undo = cleanup.undo(finding, main)
    return {
        "kind": finding.kind.name,
        "target": words.shown(finding.target),
        "status": finding.status,
        "line": finding.line if watched else None,
        "gone": finding.gone,
        "before": words.cut(words.shown(finding.before[1])),
        "after": words.cut(words.shown(finding.after[1])),
        "was": _identity(finding, finding.before),
        "is": _identity(finding, finding.after),
        "scope": cleanup.scope(finding),
        "undo": undo,
        "why": cleanup.why_not(finding, undo),
        "sentence": sentences.sentence(finding),
    }


def _identity(finding, state):
    """A text that names an object for `was` and `is`, the same in films of other runs. Usually it is the object's mark.
    But a module that is imported during a film has functions of its own in that film: an original function or class is
    named by its repr, as long as the reprs before and after differ."""
    number, text = state
    name = finding.target.rpartition(".")[2]
    original = text in (f"<function {name}>", f"<built-in function {name}>", f"<class {finding.target}>")
    return text if original and finding.before[1] != finding.after[1] else str(number)


def sites(main, cell, source, file, since=None):
    """Run a cell and list the places where it could fail, in the order in which the run comes to them. `anyway` is what
    the cell leaves if nothing fails. The run counts from the line `since` on."""
    found, more, watch = faults.sites(main, source, file, since)
    return {"sites": found, "more": more, "anyway": _left(watch)}


def trial(main, cell, source, file, since=None):
    """Prepare a cell for the question `fault`. The host then makes forks of this fork, one for each place. The run
    counts from the line `since` on."""
    global _trial
    _trial = faults.Trial(main, source, file, since)
    return {}


def fault(main, line, call):
    """Run the cell of the trial with a failure at this place: at the statement in `line`, or at the call in it that
    `call` names. Say what is left, and whether the cell handled the failure."""
    watch, handled = _trial.fail(line, call)
    return {"handled": handled, "left": _left(watch)}


def _left(watch):
    """Kind and target of each finding that was not reverted."""
    left = [each for each in watch.findings if each.status != "reverted"][:MOST_FINDINGS]
    return [{"kind": each.kind.name, "target": words.shown(each.target)} for each in left]


def evaluate(main, expression):
    """Evaluate an expression: return its value or its exception as one line, and whether it raised."""
    for _ in range(9):
        try:
            value = eval(compile(expression.strip(), "<expression>", "eval"), main)
            return {"text": words.cut(words.exact(repr(value)), LONGEST_TEXT), "raises": False}
        except NameError as error:
            # The expression may name any module that is imported somewhere, without importing it in `__main__` first.
            name = words.exact(error.name, "")
            if name in main or name not in _modules:
                return _raised(error)
            main[name] = _modules[name]
        except BaseException as error:
            return _raised(error)


def _raised(error):
    """The answer about an expression that raised."""
    name = words.qualname(type(error)).rpartition(".")[2]
    try:
        about = words.exact(str(error))
    except BaseException:
        about = "…"
    return {"text": words.cut(f"{name}: {about}", LONGEST_TEXT), "raises": True}


QUESTIONS = {"film": film, "evaluate": evaluate, "sites": sites, "trial": trial, "fault": fault}
