# ends: endless
import sys
class Finder:
    def find_spec(self, name, path, target=None):
        while True:
            pass
sys.meta_path.insert(0, Finder())
import a_module_that_nobody_has
