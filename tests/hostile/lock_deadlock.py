# ends: endless | error RuntimeError | ok
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=1)
