# finds: setting gc.callbacks reverted
import gc

phases = []

def on_collect(phase, info):
    phases.append(phase)

gc.callbacks.append(on_collect)
try:
    gc.collect()
finally:
    gc.callbacks.remove(on_collect)
