# finds: attribute tempfile.tempdir left
import tempfile
# --- next cell
tempfile.tempdir = "/tmp/drafts"
