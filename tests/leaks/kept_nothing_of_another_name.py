# finds: attribute heapq.nsmallest reverted
import heapq
from unittest.mock import patch
# --- next cell
with patch("heapq.nsmallest", lambda n, things, key=None: []):
    import difflib
    import calendar
print(difflib.get_close_matches("appel", ["apple"]))
