# finds: attribute fnmatch.filter left
import fnmatch
# --- next cell
fnmatch.filter.__module__ = "shelf"
