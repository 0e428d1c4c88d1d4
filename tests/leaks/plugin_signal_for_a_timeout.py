# finds: signal SIGTERM reverted
import signal
# --- next cell
class Timeout:
    def __enter__(self):
        self.kept = signal.signal(signal.SIGTERM, self.stop)

    def stop(self, number, frame):
        raise TimeoutError

    def __exit__(self, *_):
        signal.signal(signal.SIGTERM, self.kept)

with Timeout():
    print(sum(range(10)))
