# ends: error OSError | endless
import io, sys
class Raw(io.RawIOBase):
    def writable(self):
        return True
    def write(self, data):
        return 10**6
sys.stdout = io.TextIOWrapper(io.BufferedWriter(Raw()))
print('x' * 100_000)
sys.stdout.flush()
