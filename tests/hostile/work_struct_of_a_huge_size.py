# ends: error MemoryError | memory
import struct
struct.pack('%dx' % (2**31 - 1))
