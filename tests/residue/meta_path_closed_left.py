# finds: meta_path NoMoreImports left
import sys

class NoMoreImports:
    def find_spec(self, name, path=None, target=None):
        raise ImportError(f"imports are closed: {name}")

sys.meta_path.insert(0, NoMoreImports())
try:
    import no_such_module
except ImportError as error:
    print(error)
