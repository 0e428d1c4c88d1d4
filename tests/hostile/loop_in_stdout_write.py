# ends: endless
import sys
class Out:
    def write(self, text):
        while True:
            pass
    def flush(self):
        pass
sys.stdout = Out()
print('x')
