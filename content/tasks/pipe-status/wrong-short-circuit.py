# says: The log of a failing suite is the one that somebody will read.
def suite(failing):
    """Runs 93 tests. Gives what it prints, and an exit status as a process has one."""
    return f"93 run, {failing} failed", 1 if failing else 0


def tee(text, log):
    """Writes a text into the log. Gives the text, and 0; or 1 if there is no log to write into."""
    if log is None:
        return text, 1
    log.append(text)
    return text, 0


def verify(failing, log):
    """The build: `suite | tee log`, as with `set -o pipefail`. A status of 0 is green."""
    text, status = suite(failing)
    return status or tee(text, log)[1]


def can_fail(build):
    """Whether a build tells a failing suite from one that passes."""
    return build(0, []) == 0 and build(1, []) != 0


print(verify(0, []), verify(2, []), can_fail(verify))
