# finds: nothing
import http.cookies

class Crumb(http.cookies.Morsel):
    _reserved = {**http.cookies.Morsel._reserved, "priority": "Priority"}
    _flags = http.cookies.Morsel._flags | {"crossorigin"}
# --- next cell
Crumb._reserved["nonce"] = "Nonce"
crumb = Crumb()
crumb.set("sid", "1", "1")
crumb["path"] = "/"
print(crumb.OutputString())
