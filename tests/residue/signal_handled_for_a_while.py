# finds: signal SIGTERM reverted
import signal

signal.signal(signal.SIGTERM, signal.SIG_DFL)
received = []

def note(number, frame):
    received.append(signal.Signals(number).name)
# --- next cell
before = signal.signal(signal.SIGTERM, note)
try:
    signal.raise_signal(signal.SIGTERM)
    waiting = len(received)
finally:
    signal.signal(signal.SIGTERM, before)
