# finds: module colorsys left
import colorsys
import sys
import types
# --- next cell
stand_in = types.SimpleNamespace(rgb_to_hsv=lambda r, g, b: (0, 0, 0))
sys.modules['colorsys'] = stand_in
import colorsys as again
print(again.rgb_to_hsv(1, 1, 1))
