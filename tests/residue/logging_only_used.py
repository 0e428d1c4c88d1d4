# finds: nothing
import logging

log = logging.getLogger("orders.import.csv")
parent = logging.getLogger("orders")

def load(rows):
    for number, row in enumerate(rows):
        log.debug("row %d: %r", number, row)
    return len(rows)

loaded = load(["a", "b"])
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.info("loaded %d", loaded)
names = [log.name, log.parent.name, log.getEffectiveLevel()]
