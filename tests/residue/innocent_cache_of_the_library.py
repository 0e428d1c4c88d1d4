# finds: nothing
from urllib.parse import urlsplit
parts = urlsplit("http://example.org/a")
# --- next cell
other = urlsplit("http://example.org/b?c=d")
print(other.path, other.query)
