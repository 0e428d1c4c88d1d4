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


# The guide: which test proves that the listing is sorted, the signature right, and an unknown name gives None.
GUIDE = {"sorted": test_cli, "signature": test_runtime, "unknown": test_runtime}
# Your mutations: for each claim, a runtime in which it is false, and everything else as it was.
MUTATIONS = {"sorted": RUNTIME | {"listing": ["pager", "console"]}, "signature": RUNTIME, "unknown": RUNTIME}

for claim, mutation in MUTATIONS.items():
    print(claim, "not noticed" if GUIDE[claim](mutation) else "noticed")
