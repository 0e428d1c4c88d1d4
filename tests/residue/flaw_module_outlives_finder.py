# finds: meta_path VirtualFinder reverted
# finds: module virtual_mod left
import sys
from importlib.machinery import ModuleSpec
# --- next cell
class VirtualFinder:
    def find_spec(self, name, path=None, target=None):
        if name == 'virtual_mod':
            return ModuleSpec(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42

finder = VirtualFinder()
sys.meta_path.insert(0, finder)
try:
    import virtual_mod
finally:
    sys.meta_path.remove(finder)
print(virtual_mod.answer)
