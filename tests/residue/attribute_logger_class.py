# finds: attribute logging._loggerClass left
import logging
class Quiet(logging.Logger):
    pass
logging.setLoggerClass(Quiet)
