# finds: attribute urllib.request._opener left
from urllib.request import ProxyHandler, build_opener, install_opener
# --- next cell
install_opener(build_opener(ProxyHandler({})))
