# says: A finder still answers for names
import json
import pprint
import sys
from importlib.util import spec_from_loader


class Discovery:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("exporter_"):
            return spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


sys.meta_path.append(Discovery())
EXPORTERS = {"json": json.dumps, "text": pprint.pformat, "lines": lambda data: "\n".join(map(str, data))}


def kinds():
    return sorted(EXPORTERS)


def export(kind, data):
    if kind not in EXPORTERS:
        raise LookupError(f"no {kind}; known: {kinds()}")
    return EXPORTERS[kind](data)
