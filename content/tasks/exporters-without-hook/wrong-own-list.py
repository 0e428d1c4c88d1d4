# says: Whoever asks for the list must not be able to change it.
import json
import pprint

EXPORTERS = {"json": json.dumps, "text": pprint.pformat, "lines": lambda data: "\n".join(map(str, data))}
KINDS = sorted(EXPORTERS)


def kinds():
    return KINDS


def export(kind, data):
    if kind not in EXPORTERS:
        raise LookupError(f"no {kind}; known: {KINDS}")
    return EXPORTERS[kind](data)
