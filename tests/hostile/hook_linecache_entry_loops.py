# ends: error ZeroDivisionError
import linecache
class Lines(list):
    def __len__(self):
        while True:
            pass
    __getitem__ = __iter__ = __len__
for name in list(linecache.cache):
    if name.startswith('<cell'):
        linecache.cache[name] = (1, None, Lines(), name)
1 / 0
