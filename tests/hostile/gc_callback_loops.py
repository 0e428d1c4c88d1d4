# ends: endless | ok
import gc
def forever(*args):
    while True:
        pass
gc.callbacks.append(forever)
gc.collect()
