# finds: logging logging.disable left
import logging

logging.disable(logging.INFO)
log = logging.getLogger("worker")
log.info("not shown")
