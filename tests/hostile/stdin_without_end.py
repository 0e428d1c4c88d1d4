# ends: endless | memory
import sys
class In:
    def readline(self, *args):
        return 'x' * 1000
    def __iter__(self):
        return self
    __next__ = readline
sys.stdin = In()
for line in sys.stdin:
    input()
