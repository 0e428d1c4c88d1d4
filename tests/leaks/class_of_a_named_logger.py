# finds: attribute log.__class__ left
import logging

log = logging.getLogger("shop")
# --- next cell
class Prefixed(logging.Logger):
    def warning(self, message, *args):
        super().warning("shop: " + message, *args)

log.__class__ = Prefixed
