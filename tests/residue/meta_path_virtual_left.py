# finds: meta_path VirtualFinder left
# finds: module virtual_mod left
import sys
from importlib.machinery import ModuleSpec

SOURCES = {'virtual_mod': 'value = 6 * 7'}

class VirtualFinder:
    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, self) if name in SOURCES else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(SOURCES[module.__name__], module.__dict__)

sys.meta_path.append(VirtualFinder())
import virtual_mod
print(virtual_mod.value)
