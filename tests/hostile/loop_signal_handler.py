# ends: endless
import signal, sys
signal.signal(signal.SIGINT, lambda *args: None)
while True:
    pass
