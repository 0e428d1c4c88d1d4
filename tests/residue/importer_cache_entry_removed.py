# finds: importer_cache shelf: reverted
import sys
class Shelf:
    def find_spec(self, name, target=None):
        return None
sys.path_importer_cache["shelf:"] = Shelf()
del sys.path_importer_cache["shelf:"]
