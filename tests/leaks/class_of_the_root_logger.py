# finds: attribute logging.root.__class__ left
import logging
# --- next cell
class Shy(logging.RootLogger):
    def isEnabledFor(self, level):
        return False

logging.getLogger().__class__ = Shy
logging.root.warning("nobody hears this")
