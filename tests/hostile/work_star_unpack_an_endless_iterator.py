# ends: endless | memory | error MemoryError
import itertools
a, *b = itertools.count()
