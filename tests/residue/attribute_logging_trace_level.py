# finds: registry logging._levelToName left
# finds: attribute logging.TRACE left
# finds: attribute logging.Logger.trace left
import logging
# --- next cell
TRACE = 5
logging.addLevelName(TRACE, 'TRACE')
logging.TRACE = TRACE

def trace(self, message, *args, **kwargs):
    if self.isEnabledFor(TRACE):
        self._log(TRACE, message, args, **kwargs)

logging.Logger.trace = trace
logging.getLogger('shop').trace('quiet')
