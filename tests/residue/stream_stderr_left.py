# finds: stream sys.stderr left
import sys

class Tee:
    def __init__(self, *targets):
        self.targets = targets

    def write(self, text):
        for target in self.targets:
            target.write(text)
        return len(text)

    def flush(self):
        pass

sys.stderr = Tee(sys.stderr)
