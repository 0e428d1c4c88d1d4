# ends: ok
import sys
sys.exit(5)
