# finds: setting gc.debug left
# finds: setting gc.callbacks left
import gc

def on_collect(phase, info):
    return None

gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
gc.callbacks.append(on_collect)
gc.collect()
