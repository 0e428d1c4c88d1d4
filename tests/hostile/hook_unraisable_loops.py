# ends: endless | ok
import sys
def hook(unraisable):
    while True:
        pass
sys.unraisablehook = hook
class A:
    def __del__(self):
        1 / 0
A()
