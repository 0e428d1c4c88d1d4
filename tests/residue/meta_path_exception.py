# finds: meta_path Fragile left
import sys

class Fragile:
    def find_spec(self, name, path=None, target=None):
        if name == 'fragile_mod':
            raise ValueError('cannot build ' + name)

# --- next cell
finder = Fragile()
sys.meta_path.insert(0, finder)
import fragile_mod
sys.meta_path.remove(finder)
