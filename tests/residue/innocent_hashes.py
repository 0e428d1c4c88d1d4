# finds: nothing
import hashlib
import uuid
import zlib

data = b"the same bytes every day" * 10
digest = hashlib.sha256(data).hexdigest()
short = hashlib.new("md5", data).hexdigest()[:8]
packed = zlib.compress(data, 9)
unpacked = zlib.decompress(packed)
name = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
print(digest[:6], short, unpacked == data, name.version, zlib.crc32(data) > 0)
