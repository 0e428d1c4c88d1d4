# finds: nothing
import sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        return None

finders = list(sys.meta_path)
finders.insert(0, Finder())
found = [f.find_spec('nowhere_mod', None) for f in finders[:1]]
print(found)
