REGISTRY = {"text": [str]}  # filled when the module was imported


def register(group):
    def keep(func):
        REGISTRY.setdefault(group, []).append(func)
        return func

    return keep


def run(*tests):
    verdicts = []
    for test in tests:
        REGISTRY.clear()
        verdicts.append("pass" if test() else "FAIL")
    return verdicts


def test_a_second_text_exporter():
    register("text")(repr)
    return REGISTRY["text"] == [str, repr]


print(run(test_a_second_text_exporter), REGISTRY)
