# finds: sys_path <Shelf object> left
import sys
class Shelf:
    def __str__(self):
        raise ValueError("not to be read")
    __repr__ = __fspath__ = __str__

sys.path.append(Shelf())
