# finds: hook sys.excepthook left
import sys

class Hook:
    def install(self):
        self.previous = sys.excepthook
        sys.excepthook = self

    def remove(self):
        sys.excepthook = self.previous

    def __call__(self, kind, error, trace):
        self.previous(kind, error, trace)

one, two = Hook(), Hook()
one.install()
two.install()
one.remove()
two.remove()
print(sys.excepthook is one)
