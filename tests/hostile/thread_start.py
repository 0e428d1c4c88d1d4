# ends: error RuntimeError | ok
import threading
t = threading.Thread(target=print, args=(1,))
t.start()
