# finds: attribute difflib.get_close_matches reverted
import difflib
from unittest.mock import patch
# --- next cell
with patch.object(difflib.get_close_matches, "__defaults__", (1, 0.1)):
    print(difflib.get_close_matches("appel", ["ape", "maple"]))
