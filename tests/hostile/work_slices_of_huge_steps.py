# ends: ok
import sys
a = list(range(1000))
for step in (sys.maxsize, -sys.maxsize, 10**30, -10**30):
    a[::step], 'text'[::step], b'bytes'[::step], range(10**9)[::step]
a[-10**30:10**30:10**30] = [1]
del a[10**30:-10**30:-10**30]
