# finds: registry urllib.parse.uses_relative left
# finds: registry urllib.parse.uses_netloc left
# finds: registry urllib.parse.uses_params left
# finds: registry urllib.parse.uses_query left
# finds: registry urllib.parse.uses_fragment left
import urllib.parse
# --- next cell
for name in dir(urllib.parse):
    if name.startswith("uses_"):
        getattr(urllib.parse, name).append("shelf")
print(urllib.parse.urljoin("shelf://a/b/c", "d"))
