# finds: module colorsys left
import colorsys
import sys
# --- next cell
gone = sys.modules.pop('colorsys')
print(gone is colorsys, 'colorsys' in sys.modules)
