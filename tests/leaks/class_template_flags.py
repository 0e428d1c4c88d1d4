# finds: attribute string.Template.flags left
import re
import string
# --- next cell
string.Template.flags = re.VERBOSE
