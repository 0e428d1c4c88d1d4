# finds: signal SIGINT reverted
# finds: signal SIGTERM left
import signal

signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
# --- next cell
saved = {}
for number in (signal.SIGINT, signal.SIGTERM):
    saved[number] = signal.signal(number, signal.SIG_IGN)
work = sum(range(100))
signal.signal(signal.SIGINT, saved[signal.SIGINT])
