# says: Whoever reads the error wants to know
import json
import pprint

EXPORTERS = {"json": json.dumps, "text": pprint.pformat, "lines": lambda data: "\n".join(map(str, data))}


def kinds():
    return sorted(EXPORTERS)


def export(kind, data):
    return EXPORTERS[kind](data)
