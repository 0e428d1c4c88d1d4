# ends: error ModuleNotFoundError
import sys
class Entry:
    def __str__(self):
        1 / 0
    __repr__ = __fspath__ = __hash__ = __eq__ = __str__
sys.path.append(Entry())
sys.path_hooks.append(Entry())
sys.argv.append(Entry())
import nobody_has_this
