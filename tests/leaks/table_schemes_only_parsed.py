# finds: nothing
import urllib.parse
# --- next cell
parts = urllib.parse.urlsplit("shelf://books/top?author=Austen#3")
netlocs = urllib.parse.uses_netloc + ["shelf"]
print(parts.netloc, len(netlocs) - len(urllib.parse.uses_netloc))
