# finds: registry http.cookies.Morsel._reserved left
import http.cookies
# --- next cell
http.cookies.Morsel._reserved["priority"] = "Priority"
jar = http.cookies.SimpleCookie("sid=1")
jar["sid"]["priority"] = "High"
print(jar.output())
