# finds: logging shop.level reverted
import logging

log = logging.getLogger("shop")
# --- next cell
before = log.level
log.setLevel(logging.DEBUG)
try:
    loud = log.isEnabledFor(logging.DEBUG)
finally:
    log.setLevel(before)
