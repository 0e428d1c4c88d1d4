# finds: nothing
import os
import sys
places = list(sys.path)
places.insert(0, '/tmp/plugins')
joined = os.pathsep.join(places)
print(joined.startswith('/tmp/plugins'))
