# finds: nothing
import colorsys
import importlib
# --- next cell
colorsys = importlib.import_module("colorsys")
importlib.invalidate_caches()
spec = importlib.util.find_spec("colorsys")
twin = importlib.util.module_from_spec(spec)
spec.loader.exec_module(twin)
print(twin is colorsys)
