# ends: error IndexError
import sys
try:
    bytearray()[-sys.maxsize - 1]
except IndexError:
    [][-2**63]
