from checking import cell, seeded

group = seeded.choice(["csv", "json", "toml", "yaml"])
TESTS = f"""
held = REGISTRY
def adds():
    register({group!r})(repr)
    return sorted(REGISTRY) == sorted(["text", {group!r}])
def joins():
    register("text")(repr)
    return REGISTRY["text"] == [str, repr]
def removes():
    del REGISTRY["text"]
    return REGISTRY == {{}}
def fails():
    register({group!r})(repr)
    return False
def breaks():
    register({group!r})(repr)
    raise KeyboardInterrupt("in the test")
"""

one_way = cell.case(TESTS + "run(adds, joins, removes, fails)", about="Four tests: three are right, the last is not")
one_way.gives(
    ["pass", "pass", "pass", "FAIL"], says="Each test must begin with what the import registered, and only that."
)
other_way = cell.case(TESTS + "run(fails, removes, joins, adds)", about="The same four, last first")
other_way.gives(
    ["FAIL", "pass", "pass", "pass"], says="The verdicts changed with the order: one test sees what another left."
)
after = cell.case(TESTS + "run(adds, removes)\nlist(REGISTRY)", about="The groups that are registered after a run")
after.gives(["text"], says="What the import registered must be there when the tests are over, and nothing else.")
inside = cell.case(
    TESTS + "run(joins)\nREGISTRY['text'] == [str]", about="Whether the group `text` is as it was after a run"
)
inside.gives(
    True, says="A copy of the dict holds the same lists. A test that appends to one of them has changed your copy, too."
)
broken = cell.case(
    TESTS
    + "try:\n    run(breaks)\n    found = 'nothing was raised'\nexcept "
        "KeyboardInterrupt:\n    found = list(REGISTRY)\nfound",
    about="A test that raises: `run` lets the error through, and the registry is back",
)
broken.gives(
    ["text"], says="A test that raises must not keep the registry from coming back, nor be taken for a failed one."
)
same = cell.case(
    TESTS + "run(joins)\nheld is REGISTRY and held == {'text': [str]}",
    about="What other modules see that hold `REGISTRY`",
)
same.gives(True, says="Others hold the dict itself. If `REGISTRY` becomes another dict, they keep the old one.")
