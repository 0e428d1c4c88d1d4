# finds: nothing
import urllib.request
# --- next cell
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
opener.addheaders = [("User-Agent", "shelf")]
print(opener.open("data:text/plain,hi").read())
