# finds: attribute os.listdir reverted
import os
from unittest.mock import patch
# --- next cell
with patch("os.listdir", lambda path=".": ["a.txt", "b.py"]):
    import glob
    import filecmp
    print(os.listdir())
