# finds: nothing
import mimetypes

known = mimetypes.guess_type("notes.txt")[0]
# --- next cell
types = mimetypes.MimeTypes()
types.add_type("application/x-recipe", ".recipe")
own = types.guess_type("soup.recipe")[0]
shared = mimetypes.guess_type("soup.recipe")[0]
print(own, shared)
