# finds: attribute collections.abc.Mapping.__abstractmethods__ reverted
from collections.abc import Mapping
from unittest.mock import patch
# --- next cell
with patch.multiple(Mapping, __abstractmethods__=set()):
    empty = Mapping()
print(type(empty).__name__)
