# ends: memory | error MemoryError
import os
os.urandom(2**31 - 1)
