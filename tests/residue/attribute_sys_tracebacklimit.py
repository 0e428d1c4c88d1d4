# finds: attribute sys.tracebacklimit left
import sys
sys.tracebacklimit = 3

def dive(depth):
    if depth == 0:
        raise ValueError('bottom')
    dive(depth - 1)

try:
    dive(5)
except ValueError as error:
    print(error)
