# finds: registry http.cookies.Morsel._reserved left
from http.cookies import Morsel
# --- next cell
for table in list(vars(Morsel).values()):
    if isinstance(table, dict) and table.get("path") == "Path":
        table["priority"] = "Priority"
