# ends: ok
import atexit
def forever():
    while True:
        pass
atexit.register(forever)
