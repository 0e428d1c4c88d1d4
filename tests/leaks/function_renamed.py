# finds: attribute shlex.join left
import shlex
# --- next cell
shlex.join.__name__ = "quote_all"
