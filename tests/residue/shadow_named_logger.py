# finds: shadow log.warning reverted
import logging
log = logging.getLogger('bakery')
# --- next cell
notes = []
log.warning = notes.append
try:
    log.warning('out of flour')
finally:
    del log.warning
print(notes)
