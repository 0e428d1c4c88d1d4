# finds: nothing
import gettext
# --- next cell
texts = gettext.translation("shop", "/tmp/texts", fallback=True)
print(gettext.textdomain(), gettext.bindtextdomain("shop"), texts.gettext("hello"))
