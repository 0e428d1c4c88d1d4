# says: Others hold the dict itself.
import copy

REGISTRY = {"text": [str]}


def register(group):
    def keep(func):
        REGISTRY.setdefault(group, []).append(func)
        return func

    return keep


def run(*tests):
    global REGISTRY
    saved = copy.deepcopy(REGISTRY)
    verdicts = []
    for test in tests:
        try:
            verdicts.append("pass" if test() else "FAIL")
        finally:
            REGISTRY = copy.deepcopy(saved)
    return verdicts
