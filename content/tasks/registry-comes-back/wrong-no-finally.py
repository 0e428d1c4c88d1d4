# says: A test that raises must not keep the registry from coming back
import copy

REGISTRY = {"text": [str]}


def register(group):
    def keep(func):
        REGISTRY.setdefault(group, []).append(func)
        return func

    return keep


def run(*tests):
    verdicts = []
    for test in tests:
        saved = copy.deepcopy(REGISTRY)
        verdicts.append("pass" if test() else "FAIL")
        REGISTRY.clear()
        REGISTRY.update(saved)
    return verdicts
