# ends: error ModuleNotFoundError
import sys
sys.meta_path.clear()
sys.path_hooks.clear()
sys.path_importer_cache.clear()
import colorsys
