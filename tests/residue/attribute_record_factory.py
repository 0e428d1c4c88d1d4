# finds: attribute logging._logRecordFactory left
import logging
old = logging.getLogRecordFactory()
def factory(*a, **k):
    record = old(*a, **k)
    record.user = "ada"
    return record
logging.setLogRecordFactory(factory)
