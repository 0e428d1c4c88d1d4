# finds: registry http.cookies.Morsel._flags left
from http.cookies import Morsel
# --- next cell
Morsel._flags.add("crossorigin")
