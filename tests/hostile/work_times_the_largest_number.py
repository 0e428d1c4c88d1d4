# ends: error MemoryError | memory
import sys
from collections import deque
for thing in ((1,), [1], 'x', b'x', bytearray(1), deque([1])):
    try:
        thing * sys.maxsize
    except (MemoryError, OverflowError):
        pass
raise MemoryError
