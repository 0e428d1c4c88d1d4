# ends: ok | endless
import threading
t = threading.Thread(target=lambda: t.join())
t.start()
t.join()
