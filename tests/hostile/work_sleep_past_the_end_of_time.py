# ends: ok
import time
for _ in range(5):
    time.sleep(9e9)
time.time(), time.monotonic_ns(), time.ctime(), time.localtime()
