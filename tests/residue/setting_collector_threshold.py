# finds: setting gc.threshold left
import gc

first, *others = gc.get_threshold()
gc.set_threshold(first + 300, *others)
print(gc.get_threshold()[0] - first)
