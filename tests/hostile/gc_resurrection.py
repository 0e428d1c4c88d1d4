# ends: ok
import gc
saved = []
class A:
    def __del__(self):
        saved.append(self)
for _ in range(5):
    A()
gc.collect()
len(saved)
