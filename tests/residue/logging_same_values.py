# finds: nothing
import logging

log = logging.getLogger("mail")
log.setLevel(logging.INFO)
handler = logging.NullHandler()
log.addHandler(handler)
# --- next cell
log.setLevel("INFO")
log.addHandler(handler)
log.propagate = True
logging.disable(logging.NOTSET)
log.debug("nothing to see")
