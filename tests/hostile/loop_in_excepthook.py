# ends: error ValueError
import sys
def hook(*args):
    while True:
        pass
sys.excepthook = hook
raise ValueError('the page writes tracebacks itself')
