# finds: importer_cache shelf: left
# finds: path_hook hook reverted
# finds: sys_path shelf: reverted
import sys
class Shelf:
    def find_spec(self, name, target=None):
        return None
def hook(entry):
    if entry != "shelf:":
        raise ImportError(entry)
    return Shelf()
sys.path_hooks.append(hook)
sys.path.append("shelf:")
try:
    import nothing_there
except ImportError:
    print("no")
sys.path.remove("shelf:")
sys.path_hooks.remove(hook)
