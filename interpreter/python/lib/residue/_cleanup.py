"""What would take a finding back: Python that a reader can read, copy and run. And how far a finding reaches.

A program does what its row says and nothing else, or there is none: what it names must lead to the very thing
(`_ways.py`), and what it writes must be a value that can be written. Each kind has its own way back.
"""

from ._words import result_or_none

# Letters of a program; a longer one nobody reads before running it.
LONGEST_PROGRAM = 2000


def undo(finding, main):
    """A program that takes the finding back; "" if there is none."""
    program = result_or_none(finding.kind.undo, finding, main) if finding.status == "left" else None
    return program if program and len(program) <= LONGEST_PROGRAM else ""


def why_not(finding, undo):
    """Why nothing takes this finding back, or ""."""
    if finding.status == "permanent":
        return finding.kind.why_permanent(finding.target)
    if undo or finding.status == "reverted":
        return ""
    if finding.is_added:
        return "No short program leads to it; undoing the run takes it away."
    return "What was there before is gone; undoing the run brings it back."


def scope(finding):
    """How far the finding reaches, in words."""
    reaches = finding.kind.scope
    return reaches(finding) if callable(reaches) else reaches
