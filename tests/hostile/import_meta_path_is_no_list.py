# ends: error TypeError
import sys
sys.meta_path = 5
import colorsys
