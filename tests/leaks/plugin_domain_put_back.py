# finds: attribute gettext._current_domain reverted
import gettext
# --- next cell
kept = gettext.textdomain()
gettext.textdomain("shop")
try:
    print(gettext.gettext("hello"))
finally:
    gettext.textdomain(kept)
