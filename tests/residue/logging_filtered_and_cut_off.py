# finds: logging app.db.filters left
# finds: logging app.db.propagate left
import logging

def no_passwords(record):
    return "password" not in record.getMessage()

log = logging.getLogger("app.db")
log.addFilter(no_passwords)
log.propagate = False
