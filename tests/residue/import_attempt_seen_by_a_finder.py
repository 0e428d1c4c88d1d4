# finds: nothing
import sys

class Quiet:
    def find_spec(self, name, path=None, target=None):
        seen.append(name)
        return None

seen = []
sys.meta_path.insert(0, Quiet())

# --- next cell
try:
    import compression.zstd
except ImportError:
    print("not here")
