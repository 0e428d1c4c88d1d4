# finds: attribute urllib.request._opener reverted
import urllib.request
# --- next cell
urllib.request.install_opener(urllib.request.OpenerDirector())
try:
    print(urllib.request.urlopen("data:,hi"))
finally:
    urllib.request.urlcleanup()
