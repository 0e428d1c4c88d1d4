# finds: registry locale.locale_alias left
import locale
# --- next cell
locale.locale_alias["shopish"] = "en_US.UTF-8"
