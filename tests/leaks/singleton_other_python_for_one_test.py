# finds: attribute sys.implementation.name reverted
import sys
from unittest.mock import patch
# --- next cell
with patch.object(sys.implementation, "name", "pypy"):
    print(sys.implementation.name)
