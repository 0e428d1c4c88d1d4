# ends: ok
import sys
class Out:
    def write(self, text):
        pass
    def flush(self):
        raise SystemExit(3)
sys.stdout = sys.stderr = Out()
