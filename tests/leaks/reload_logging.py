# finds: module logging left
import importlib
import logging
# --- next cell
importlib.reload(logging)
