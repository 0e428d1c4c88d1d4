"""Answers about residue: what a run left behind, seen statement by statement. Asked in forks, as `looking.py` is.

`films`, `faults`, `cleanup`, `sentences` and `words` are parts of the sealed copy of the package `residue`.
"""

import sys

_modules = sys.modules
# Findings that an answer lists: a table of more nobody reads, and each costs half a kilobyte wherever it is kept.
MOST_FINDINGS = 200
# Letters of what an expression gives.
LONGEST_TEXT = 300


def film(main, cell, source, file, watched=True, within=None):
    """Runs a cell once more, watched; see `residue/_film.py`. Looking takes `within` milliseconds at most."""
    watch = films.film(main, source, file, watched, within)
    # What is still there first, if there are too many.
    listed = watch.findings if len(watch.findings) <= MOST_FINDINGS else sorted(watch.findings, key=_is_reverted)[:MOST_FINDINGS]
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
    """What a film of another run calls by the same name if it is the same thing. A module that a film imports has functions
    of its own; those go by what they are, as long as that tells them apart."""
    number, text = state
    name = finding.target.rpartition(".")[2]
    original = text in (f"<function {name}>", f"<built-in function {name}>", f"<class {finding.target}>")
    return text if original and finding.before[1] != finding.after[1] else str(number)


def sites(main, cell, source, file):
    """Where a cell could fail, in the order in which a run comes there."""
    found, watch = faults.sites(main, source, file)
    return {"sites": found, "anyway": _left(watch)}


def trial(main, cell, source, file):
    """Prepares a fork from which the forks for each place are made."""
    global _trial
    _trial = faults.Trial(main, source, file)
    return {}


def fault(main, line, call):
    """What is left if the cell of the trial fails there."""
    watch, handled = _trial.fail(line, call)
    return {"handled": handled, "left": _left(watch)}


def _left(watch):
    left = [each for each in watch.findings if each.status != "reverted"][:MOST_FINDINGS]
    return [{"kind": each.kind.name, "target": words.shown(each.target)} for each in left]


def evaluate(main, expression):
    """What an expression gives here, in one line, and whether it raises."""
    for _ in range(9):
        try:
            value = eval(compile(expression.strip(), "<expression>", "eval"), main)
            return {"text": words.cut(words.exact(repr(value)), LONGEST_TEXT), "raises": False}
        except NameError as error:
            # A module that is there needs no import first.
            name = words.exact(error.name, "")
            if name in main or name not in _modules:
                return _raised(error)
            main[name] = _modules[name]
        except BaseException as error:
            return _raised(error)


def _raised(error):
    name = words.qualname(type(error)).rpartition(".")[2]
    try:
        about = words.exact(str(error))
    except BaseException:
        about = "…"
    return {"text": words.cut(f"{name}: {about}", LONGEST_TEXT), "raises": True}


QUESTIONS = {"film": film, "evaluate": evaluate, "sites": sites, "trial": trial, "fault": fault}
