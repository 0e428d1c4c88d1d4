"""Runs a program in another interpreter, which shares nothing with this one.

    done = isolation.run("print(6 * 7)", timeout=2)
    done.stdout       # '42\\n'
    done.exception    # None, or the class name of what ended the program: 'ZeroDivisionError'

Text goes in and text comes out. A program that does not end in time is ended, and `TimeoutExpired` is raised. In the
workbook the other interpreter is another WebAssembly instance, in another web worker, fresh from the base image; in any
other Python it is a process of its own, `python -I`.
"""

__all__ = ["Completed", "TimeoutExpired", "run"]

# The longest timeout in seconds.
LONGEST = 3600
# The most bytes of a program: it passes through the page, which makes several copies of it.
LONGEST_SOURCE = 1_000_000


class TimeoutExpired(Exception):
    """A program had not ended after `timeout` seconds, and was ended."""

    def __init__(self, seconds):
        super().__init__(f"the program had not ended after {seconds:g} seconds")
        self.timeout = seconds


class Completed:
    """A program that has ended: what it printed, and the class name of the exception that ended it, or None."""

    def __init__(self, stdout, exception):
        self.stdout, self.exception = stdout, exception

    def __repr__(self):
        return f"Completed(stdout={self.stdout!r}, exception={self.exception!r})"


def run(source, *, timeout=2):
    """Runs `source` as a program and waits for its end, for at most `timeout` seconds."""
    if not isinstance(source, str):
        raise TypeError(f"a program is a str, not {type(source).__name__}")
    # Encoding a lone surrogate raises UnicodeEncodeError here; no program can contain one.
    if len(str.encode(source)) > LONGEST_SOURCE:
        raise ValueError(f"a program may have at most {LONGEST_SOURCE:,} bytes")
    if not 0 < timeout <= LONGEST:
        raise ValueError(f"the timeout must be more than 0 and at most {LONGEST} seconds")
    answer = _ask(source, timeout)
    if answer.get("late"):
        raise TimeoutExpired(timeout)
    if answer.get("failed"):
        raise RuntimeError(answer["failed"])
    return Completed(answer["stdout"], answer["exception"])


try:
    from _host import elsewhere as _elsewhere
except ImportError:

    def _ask(source, timeout):
        """Run a program in a process of its own; return what became of it."""
        import subprocess
        import sys

        try:
            done = subprocess.run([sys.executable, "-I", "-c", source], capture_output=True, text=True, timeout=timeout)
        except subprocess.TimeoutExpired:
            return {"late": True}
        last = done.stderr.strip().rpartition("\n")[2]
        name = last.partition(":")[0].rpartition(".")[2] if "Traceback" in done.stderr else "SystemExit"
        return {"stdout": done.stdout, "exception": name if done.returncode else None}

else:

    def _ask(source, timeout):
        """Have the page run a program in another interpreter; return what became of it."""
        import json

        answer = _elsewhere(json.dumps({"source": source, "seconds": timeout}))
        # A fork, which only answers questions about the interpreter, gets no answer.
        return json.loads(answer) if answer else {"failed": "there is no other interpreter at hand here"}
