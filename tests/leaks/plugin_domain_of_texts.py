# finds: attribute gettext._current_domain left
# finds: registry gettext._localedirs left
import gettext
# --- next cell
gettext.bindtextdomain("shop", "/tmp/texts")
gettext.textdomain("shop")
