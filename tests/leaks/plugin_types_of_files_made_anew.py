# finds: nothing
import mimetypes
# --- next cell
mimetypes.init()
print(mimetypes.guess_extension("text/html"), mimetypes.guess_type("a.tar.gz"))
