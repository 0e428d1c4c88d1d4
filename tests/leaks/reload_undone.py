# finds: module colorsys reverted
import colorsys
import importlib
# --- next cell
kept = dict(vars(colorsys))
importlib.reload(colorsys)
print(colorsys.rgb_to_hsv is kept["rgb_to_hsv"])
vars(colorsys).update(kept)
