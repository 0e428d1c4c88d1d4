"""Answers about residue: what a run left behind, seen statement by statement. Asked in forks, as `looking.py` is.

`film`, `cleanup` and `words` are the sealed copy of the package `residue`.
"""

import sys

_modules = sys.modules


def film(main, cell, source, file, watched=True, within=None):
    """Runs a cell once more, watched; see `residue/_film.py`. Looking takes `within` milliseconds at most."""
    watch = films.film(main, source, file, watched, within)
    return {
        "findings": [_row(finding, words.sentence(finding), watched) for finding in watch.findings],
        "ordinary": words.ordinary(watch),
        "looked": watch.looked,
        "sampled": watch.sampled,
    }


def _row(finding, sentence, watched):
    return {
        "kind": finding.kind,
        "target": finding.target,
        "status": finding.status,
        "line": finding.line if watched else None,
        "gone": finding.gone,
        "before": finding.before[1],
        "after": finding.after[1],
        "was": _identity(finding, finding.before),
        "is": _identity(finding, finding.after),
        "scope": cleanup.scope(finding),
        "undo": cleanup.undo(finding),
        "why": cleanup.why_not(finding) if finding.status != "reverted" else "",
        "sentence": sentence,
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
    return [{"kind": each.kind, "target": each.target} for each in watch.findings if each.status != "reverted"]


def evaluate(main, expression):
    """What an expression gives here, in one line, and whether it raises."""
    for _ in range(9):
        try:
            value = eval(compile(expression.strip(), "<expression>", "eval"), main)
            return {"text": _cut(repr(value)), "raises": False}
        except NameError as error:
            # A module that is there needs no import first.
            if error.name in main or error.name not in _modules:
                return _raised(error)
            main[error.name] = _modules[error.name]
        except BaseException as error:
            return _raised(error)


def _raised(error):
    return {"text": _cut(f"{type(error).__name__}: {error}"), "raises": True}


def _cut(text):
    return text if len(text) <= 300 else text[:299] + "…"


QUESTIONS = {"film": film, "evaluate": evaluate, "sites": sites, "trial": trial, "fault": fault}
