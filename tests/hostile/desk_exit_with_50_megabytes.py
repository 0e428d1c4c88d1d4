# ends: ok | memory
# Takes 200 MB; that is its point.
import sys
sys.exit('bye ' * 12_000_000)
