# ends: ok
import gc
gc.disable()
gc.set_threshold(1)
gc.enable()
for _ in range(100):
    x = []
    x.append(x)
gc.collect()
