# finds: builtins builtins._ left
import gettext
# --- next cell
gettext.install("shop", "/tmp/texts")
