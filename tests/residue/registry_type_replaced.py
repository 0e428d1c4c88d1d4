# finds: registry mimetypes.types_map[.txt] left
import mimetypes

mimetypes.init()
# --- next cell
def prefer(extension, kind):
    before = mimetypes.types_map[extension]
    mimetypes.types_map[extension] = kind
    return before

old = prefer(".txt", "text/x-note")
