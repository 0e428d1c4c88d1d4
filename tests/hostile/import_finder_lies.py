# ends: error AttributeError
import sys
class Finder:
    def find_spec(self, name, path, target=None):
        return 5
sys.meta_path.insert(0, Finder())
import colorsys
