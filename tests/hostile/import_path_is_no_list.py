# ends: error TypeError
import sys
sys.path = sys.path_hooks = sys.path_importer_cache = sys.argv = 5
import colorsys
