# ends: endless | error RuntimeError | ok
import threading
threading.Event().wait()
