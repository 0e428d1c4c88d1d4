# finds: nothing
import tempfile
# --- next cell
print(tempfile.gettempdir(), tempfile.gettempprefix())
