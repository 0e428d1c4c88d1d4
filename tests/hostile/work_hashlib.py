# ends: endless
import hashlib
data = bytes(1_000_000)
while True:
    hashlib.sha256(data).hexdigest()
