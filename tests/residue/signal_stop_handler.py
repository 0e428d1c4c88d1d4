# finds: signal SIGINT left
import signal

stopped = []

def stop(number, frame):
    stopped.append(number)

signal.signal(signal.SIGINT, stop)
