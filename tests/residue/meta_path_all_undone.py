# finds: meta_path DictFinder reverted
# finds: module notes_mod reverted
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_loader

class DictFinder(MetaPathFinder, Loader):
    def find_spec(self, fullname, path, target=None):
        if fullname == 'notes_mod':
            return spec_from_loader(fullname, self)

    def exec_module(self, module):
        module.text = 'hello'

finder = DictFinder()
sys.meta_path.insert(0, finder)
import notes_mod
copied = notes_mod.text
sys.meta_path.remove(finder)
del sys.modules['notes_mod']
print(copied)
