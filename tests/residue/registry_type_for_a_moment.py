# finds: registry mimetypes.types_map[.grid] reverted
import mimetypes

known = mimetypes.guess_type("notes.txt")[0]
# --- next cell
mimetypes.types_map[".grid"] = "text/x-grid"
kinds = [mimetypes.guess_type(name)[0] for name in ("a.grid", "b.txt")]
mimetypes.types_map.pop(".grid")
print(kinds)
