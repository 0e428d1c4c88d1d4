# finds: logging audit.handlers left
# finds: file /tmp/audit.log left
import logging

log = logging.getLogger("audit")
handler = logging.FileHandler("/tmp/audit.log")
handler.setFormatter(logging.Formatter("%(message)s"))
log.addHandler(handler)
log.error("started")
