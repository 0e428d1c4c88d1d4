# finds: nothing
import struct
from collections import namedtuple

Record = namedtuple("Record", "number weight flag")
layout = struct.Struct("<Hf?")
packed = b"".join(layout.pack(n, n / 2, n % 2 == 0) for n in range(3))
records = [Record._make(fields) for fields in layout.iter_unpack(packed)]
heavy = records[-1]._replace(flag=None)
print(heavy, struct.calcsize("<IQ"))
