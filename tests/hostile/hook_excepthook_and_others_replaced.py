# ends: error ValueError
import sys
def no(*args, **kwargs):
    raise KeyboardInterrupt
sys.excepthook = sys.displayhook = sys.unraisablehook = sys.breakpointhook = sys.audit = no
sys.__excepthook__ = sys.__displayhook__ = sys.exc_info = sys.exception = None
raise ValueError('told all the same')
