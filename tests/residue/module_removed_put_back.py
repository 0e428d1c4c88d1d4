# finds: module colorsys reverted
import colorsys
import sys
# --- next cell
kept = sys.modules.pop('colorsys')
missing = 'colorsys' not in sys.modules
sys.modules['colorsys'] = kept
print(missing)
