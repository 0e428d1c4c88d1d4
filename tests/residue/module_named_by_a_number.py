# finds: module [5] left
import sys
sys.modules[5] = "five"
