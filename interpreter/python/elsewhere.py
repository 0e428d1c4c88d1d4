"""Answers the question `elsewhere`, the other end of `lib/isolation.py`: runs a program for another interpreter, which
gets the program's output and the class of its exception. Asked only in forks of the pristine interpreter.
"""

import io
import sys

# The answer has at most this many characters of the output, and of the exception's class name.
LONGEST_OUTPUT = 1_000_000
LONGEST_NAME = 200


def elsewhere(main, source):
    """Run `source` in the namespace `main`."""
    output = sys.stdout = io.StringIO()
    exception = None
    try:
        exec(compile(source, "<elsewhere>", "exec", dont_inherit=True), main)
    except SystemExit as end:
        exception = None if end.code in (None, 0) else "SystemExit"
    except BaseException as error:
        exception = type.__dict__["__name__"].__get__(type(error))[:LONGEST_NAME]
    return {"stdout": output.getvalue()[:LONGEST_OUTPUT], "exception": exception}
