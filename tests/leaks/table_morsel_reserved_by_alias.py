# finds: registry http.cookies.Morsel._reserved left
from http.cookies import Morsel

known = Morsel._reserved
# --- next cell
known.update(priority="Priority")
print(len(known))
