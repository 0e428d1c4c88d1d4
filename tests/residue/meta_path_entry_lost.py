# finds: meta_path Passive left
import sys

class Passive:
    def find_spec(self, name, path=None, target=None):
        return None

passive = Passive()
sys.meta_path.append(passive)
# --- next cell
sys.meta_path.remove(passive)
print(passive in sys.meta_path)
