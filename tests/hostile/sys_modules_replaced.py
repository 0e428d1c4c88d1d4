# ends: ok
import sys
sys.modules = {}
