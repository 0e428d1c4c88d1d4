# ends: ok
import sys
class Out:
    def write(self, text):
        return -10**30
    flush = lambda self: 'no'
    encoding = errors = 5
sys.stdout = sys.stderr = Out()
print('x', file=sys.stdout)
input.__name__
