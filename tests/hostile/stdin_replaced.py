# ends: ok
import sys
class In:
    def readline(self, *args):
        return 'a line\n'
    fileno = isatty = lambda self: 1 / 0
sys.stdin = In()
input('? ')
