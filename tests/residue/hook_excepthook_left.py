# finds: hook sys.excepthook left
import sys

def polite(kind, error, trace):
    print('Sorry:', kind.__name__, error)

sys.excepthook = polite
print(sys.excepthook.__name__)
