# ends: error RecursionError | stack
from collections import ChainMap
m = ChainMap()
m.maps.append(m)
m['x']
