# finds: meta_path ShopFinder reverted
# finds: module shop_plugin left
import importlib.abc
import importlib.util
import sys

class ShopFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name == "shop_plugin":
            return importlib.util.spec_from_loader(name, self)

    def exec_module(self, module):
        module.price = 5
# --- next cell
finder = ShopFinder()
sys.meta_path.insert(0, finder)
try:
    import shop_plugin
finally:
    sys.meta_path.remove(finder)
print(shop_plugin.price)
