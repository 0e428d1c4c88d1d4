# finds: attribute threading.excepthook left
import threading
# --- next cell
def report(error):
    print("lost:", error.exc_type.__name__)

threading.excepthook = report
