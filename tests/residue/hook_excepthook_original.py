# finds: hook sys.excepthook reverted
import sys
sys.excepthook = lambda *a: None
sys.excepthook = sys.__excepthook__
