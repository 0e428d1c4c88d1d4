import importlib
import sys
from importlib.abc import Loader
from importlib.util import spec_from_loader

SOURCES = {"exporter_json": "from json import dumps as run", "exporter_text": "from pprint import pformat as run"}


class Discovery(Loader):
    def find_spec(self, name, path=None, target=None):
        if name.startswith("exporter_"):
            return spec_from_loader(name, self)

    def exec_module(self, module):
        exec(SOURCES.get(module.__name__, ""), vars(module))


sys.meta_path.append(Discovery())


def export(kind, data):
    return importlib.import_module(f"exporter_{kind}").run(data)


print(export("json", ["tea", 4]))
