# finds: nothing
import signal

def stop(number, frame):
    raise SystemExit

signal.signal(signal.SIGINT, stop)
# --- next cell
current = signal.getsignal(signal.SIGINT)
signal.signal(signal.SIGINT, current)
name = signal.Signals.SIGINT.name
print(name, signal.strsignal(signal.SIGINT) is not None)
