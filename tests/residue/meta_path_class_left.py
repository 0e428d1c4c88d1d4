# finds: meta_path ImportWatcher left
import sys
wanted = []

class ImportWatcher:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        wanted.append(name)
        return None

sys.meta_path.insert(0, ImportWatcher)
try:
    import no_such_module_here
except ImportError:
    pass
print(wanted[-1])
