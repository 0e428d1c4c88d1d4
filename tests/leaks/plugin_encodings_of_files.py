# finds: registry mimetypes.encodings_map left
import mimetypes

mimetypes.init()
# --- next cell
mimetypes.encodings_map[".crate"] = "crate"
print(mimetypes.guess_type("shop.txt.crate"))
