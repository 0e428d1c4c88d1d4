# finds: module colorsys left
import colorsys
import importlib
# --- next cell
importlib.reload(colorsys)
