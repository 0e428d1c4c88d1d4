# ends: ok
import gc
gc.callbacks.append(lambda *args: 1 / 0)
gc.collect()
