# ends: error OSError | endless
import signal
signal.pause()
