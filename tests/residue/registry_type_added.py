# finds: registry mimetypes.types_map[.toolbox] left
import mimetypes

known = mimetypes.guess_type("notes.txt")[0]
# --- next cell
mimetypes.add_type("application/x-toolbox", ".toolbox")
guess = mimetypes.guess_type("kit.toolbox")
print(guess[0])
