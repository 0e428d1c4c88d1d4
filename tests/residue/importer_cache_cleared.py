# finds: nothing
import sys, importlib
sys.path_importer_cache.clear()
importlib.invalidate_caches()
