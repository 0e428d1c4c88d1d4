# says: The claim is false in your mutation, and the test
RUNTIME = {
    "listing": ["console", "pager"],
    "signature": "(*, service)",
    "find": {"console": 1, "pager": 2}.get,
}


def test_cli(runtime):
    return runtime["listing"] == ["console", "pager"]


def test_registry(runtime):
    return runtime["signature"] == "(*, service)"


def test_runtime(runtime):
    return runtime["find"]("pager") == 2


def test_unknown(runtime):  # no test asked for a name that is not there
    return runtime["find"]("nobody") is None


GUIDE = {"sorted": test_cli, "signature": test_registry, "unknown": test_runtime}
MUTATIONS = {
    "sorted": RUNTIME | {"listing": ["pager", "console"]},
    "signature": RUNTIME | {"signature": "(*, routing_key)"},
    "unknown": RUNTIME | {"find": lambda name: 1 if name == "console" else 2},
}

for claim, mutation in MUTATIONS.items():
    print(claim, "not noticed" if GUIDE[claim](mutation) else "noticed")
