# ends: error ZeroDivisionError
import signal
def handler(number, frame):
    1 / 0
signal.signal(signal.SIGINT, handler)
signal.raise_signal(signal.SIGINT)
