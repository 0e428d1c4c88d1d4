# finds: nothing
import fnmatch
import re
# --- next cell
print(fnmatch.fnmatch("a.py", "*.p?"), re.sub("a+", "b", "caat"))
re.purge()
fnmatch._compile_pattern.cache_clear()
