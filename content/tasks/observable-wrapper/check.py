from checking import cell, seeded

cents = seeded.randrange(1000, 9000)
NEW = '''
@logged
def charge(cents, *, currency="EUR"):
    """Take money."""
    if cents < 0:
        raise ArithmeticError("negative")
    if not cents:
        raise KeyboardInterrupt
    if cents == 1:
        raise SystemExit
    return cents, currency
'''

cell.raises("ValueError", says="The cell calls `parse_price('free')`. Its error must leave the cell.")
works = cell.case(NEW + f"charge({cents}, currency='CHF')", about="A function that works, called through your wrapper")
works.gives(
    (cents, "CHF"), says="What the function returns must reach its caller, and all arguments must reach the function."
)
asked = cell.case(
    "import inspect\n" + NEW + "charge.__name__, charge.__doc__, str(inspect.signature(charge))",
    about="Name, doc and signature of a decorated function",
)
asked.gives(
    ("charge", "Take money.", "(cents, *, currency='EUR')"),
    says="Tools that ask about the function are told about your wrapper instead.",
)
inner = cell.case(
    "def plain():\n    pass\nlogged(plain).__wrapped__ is plain", about="Whether `__wrapped__` is the function itself"
)
inner.gives(True, says="`__wrapped__` is how a debugger gets past the wrapper. It must lead to the function.")
same = cell.case(
    "problem = OSError('once')\ndef fail():\n    raise problem\ntry:\n    logged(fail)()\n"
    "    found = 'nothing was raised'\n"
    "except Exception as error:\n    found = error is problem, error.__cause__ is None\nfound",
    about="Whether the caller gets the very exception that the function raised",
)
same.gives(
    (True, True),
    says="The caller's `except` was written for what the function raises. Your wrapper makes something else of it.",
)
written = cell.case(
    NEW + f"LOG.clear()\ncharge({cents})\nfor amount in -1, 0, 1:\n    try:\n        charge(amount)\n"
    "    except BaseException:\n        pass\nLOG",
    about="The log after a call that returned, one that raised "
        "ArithmeticError, one that was interrupted, and one that exits",
)
written.gives(
    [("charge", "returned"), ("charge", "ArithmeticError"), ("charge", "KeyboardInterrupt"), ("charge", "SystemExit")],
    says="Each call belongs in `LOG` once: the function's name, and `returned` or the class name of what was raised.",
)
