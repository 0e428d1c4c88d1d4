# finds: attribute logging.root.__class__ reverted
import logging
# --- next cell
class Shy(logging.RootLogger):
    def isEnabledFor(self, level):
        return False

root = logging.getLogger()
kept = type(root)
root.__class__ = Shy
try:
    root.warning("nobody hears this")
finally:
    root.__class__ = kept
