# ends: endless | ok | memory
import zlib
bomb = zlib.compress(bytes(50_000_000))
len(zlib.decompress(bomb))
