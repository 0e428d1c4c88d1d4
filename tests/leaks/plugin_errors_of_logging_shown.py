# finds: attribute logging.raiseExceptions left
import logging
# --- next cell
logging.raiseExceptions = False
