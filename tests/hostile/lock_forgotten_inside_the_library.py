# ends: ok | endless
import logging, threading
logging._lock.acquire()
threading._active_limbo_lock.acquire()
logging.warning('x')
