# finds: meta_path Witness reverted
# A finder of the reader's own sees the library import: what the library makes of itself meanwhile is its own business.
import sys


class Witness:
    seen = []

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        cls.seen.append(name)
        return None


sys.meta_path.insert(0, Witness)
try:
    import zipfile
    import importlib.metadata
finally:
    sys.meta_path.remove(Witness)
print("zipfile" in Witness.seen)
