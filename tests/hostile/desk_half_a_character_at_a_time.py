# ends: ok
import sys
for byte in '€𝄞é'.encode() * 500:
    sys.stdout.buffer.write(bytes([byte]))
    sys.stdout.buffer.flush()
