# says: A copy of the dict holds the same lists.
REGISTRY = {"text": [str]}


def register(group):
    def keep(func):
        REGISTRY.setdefault(group, []).append(func)
        return func

    return keep


def run(*tests):
    saved = dict(REGISTRY)
    verdicts = []
    for test in tests:
        try:
            verdicts.append("pass" if test() else "FAIL")
        finally:
            REGISTRY.clear()
            REGISTRY.update(saved)
    return verdicts
