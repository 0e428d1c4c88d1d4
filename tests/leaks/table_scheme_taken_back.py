# finds: registry urllib.parse.uses_netloc reverted
import urllib.parse
# --- next cell
urllib.parse.uses_netloc.append("shelf")
print(urllib.parse.urljoin("http://a/b", "shelf:c"))
urllib.parse.uses_netloc.remove("shelf")
