# finds: registry logging._levelToName left
import logging
logging.addLevelName(25, "NOTICE")
