"""Findings in the reader's words. Each kind has its own sentences."""

from ._kind import said
from ._words import FUNCTIONS, cut, is_module, is_own, shown

# Letters of a sentence, and of each name in a list of names.
LONGEST_SENTENCE = 400
LONGEST_NAME = 40
# Names in such a list.
MOST_NAMES = 6


def sentence(finding):
    """What has changed, in one sentence."""
    return cut(
        _sentence(finding, shown(finding.target), cut(shown(finding.before[1])), cut(shown(finding.after[1]))),
        LONGEST_SENTENCE,
    )


def _sentence(finding, target, before, after):
    if finding.status == "reverted":
        return f"`{target}` was changed and put back"
    kind = finding.kind
    return said(
        kind.added if finding.is_added else kind.removed if finding.is_removed else kind.changed,
        finding,
        target,
        before,
        after,
    )


def ordinary(watch):
    """What a run did that is no finding, in one line: what it defined and imported."""
    first, last = watch.first, watch.last
    made = [name for name in watch.main if type(name) is str and name not in first.names and name[:2] != "__"]
    modules = [name for name in made if _is_imported(watch.main[name])]
    made = [name for name in made if not _is_imported(watch.main[name])]
    imported = len(last.modules.keys() - first.modules.keys())
    parts = []
    if made:
        parts.append("defines " + _list(made))
    if modules:
        parts.append("imports " + _list(modules))
    elif imported:
        parts.append(f"imports {imported} library module{'' if imported == 1 else 's'}")
    return "; ".join(parts)


def _is_imported(value):
    return is_module(value) or (id(type(value)) in FUNCTIONS or type(value) is type) and not is_own(value)


def _list(names):
    """Names as a list in words; if there are too many, one less of them and how many more there are."""
    listed = names if len(names) <= MOST_NAMES else names[: MOST_NAMES - 1]
    words = ", ".join(cut(shown(name), LONGEST_NAME) for name in listed)
    return words if len(listed) == len(names) else f"{words} and {len(names) - len(listed):,} more"
