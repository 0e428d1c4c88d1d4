# finds: module textwrap left
# finds: environ COLUMNS reverted
import importlib
import os
import textwrap
from unittest.mock import patch
# --- next cell
with patch.dict(os.environ, COLUMNS="20"):
    importlib.reload(textwrap)
    print(textwrap.wrap("one two", 4))
