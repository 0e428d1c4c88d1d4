# finds: logging root.handlers left
# finds: logging root.level left
import logging

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
log = logging.getLogger("shop")
log.debug("opened with %d items", 3)
