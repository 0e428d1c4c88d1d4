# finds: attribute logging.Formatter.converter left
import logging
import time
# --- next cell
logging.Formatter.converter = time.gmtime
