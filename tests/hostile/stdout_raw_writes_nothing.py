# ends: endless | ok
import io, sys
class Raw(io.RawIOBase):
    def writable(self):
        return True
    def write(self, data):
        return 0
sys.stdout = io.TextIOWrapper(io.BufferedWriter(Raw()))
print('x' * 100_000)
sys.stdout.flush()
