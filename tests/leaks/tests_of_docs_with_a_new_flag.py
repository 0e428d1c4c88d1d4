# finds: registry doctest.OPTIONFLAGS_BY_NAME left
import doctest
# --- next cell
FUZZY = doctest.register_optionflag("FUZZY")
