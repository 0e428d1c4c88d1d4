# ends: ok
import sys
def hook(value):
    while True:
        pass
sys.displayhook = hook
1 + 1
