"""Runs a program for another interpreter, which gets its output and the class of its exception: the other end of
`lib/isolation.py`. Asked of pristine interpreters that nobody keeps.
"""

import io
import sys

LONGEST_OUTPUT = 1_000_000
LONGEST_NAME = 200


def elsewhere(main, source):
    output = sys.stdout = io.StringIO()
    exception = None
    try:
        exec(compile(source, "<elsewhere>", "exec", dont_inherit=True), main)
    except SystemExit as end:
        exception = None if end.code in (None, 0) else "SystemExit"
    except BaseException as error:
        exception = type.__dict__["__name__"].__get__(type(error))[:LONGEST_NAME]
    return {"stdout": output.getvalue()[:LONGEST_OUTPUT], "exception": exception}
