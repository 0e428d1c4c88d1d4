# ends: endless | memory | error MemoryError
import itertools
''.join(itertools.repeat('x'))
