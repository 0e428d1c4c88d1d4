# finds: attribute logging.lastResort.level left
import logging
# --- next cell
logging.lastResort.setLevel(logging.DEBUG)
