# ends: ok
import time
time.sleep(1e9)
time.strftime('%Y') > '2050'
