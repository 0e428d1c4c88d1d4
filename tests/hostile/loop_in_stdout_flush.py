# ends: endless
import sys
class Out:
    def write(self, text):
        return len(text)
    def flush(self):
        while True:
            pass
sys.stdout = Out()
