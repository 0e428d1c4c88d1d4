import contextlib

REGISTRY = {"text": [str]}  # filled when the module was imported


def register(group):
    def keep(func):
        REGISTRY.setdefault(group, []).append(func)
        return func

    return keep


@contextlib.contextmanager
def restored():
    # `register` appends to the lists, so the snapshot needs lists of its own.
    saved = {group: list(funcs) for group, funcs in REGISTRY.items()}
    try:
        yield
    finally:
        # The same dict: other modules hold it.
        REGISTRY.clear()
        REGISTRY.update(saved)


def run(*tests):
    verdicts = []
    for test in tests:
        with restored():
            verdicts.append("pass" if test() else "FAIL")
    return verdicts


def test_a_second_text_exporter():
    register("text")(repr)
    return REGISTRY["text"] == [str, repr]


print(run(test_a_second_text_exporter), REGISTRY)
