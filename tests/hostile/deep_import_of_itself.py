# ends: error RecursionError | stack
import sys
class Finder:
    def find_spec(self, name, path, target=None):
        __import__(name + 'x')
sys.meta_path.insert(0, Finder())
import nobody_has_this
