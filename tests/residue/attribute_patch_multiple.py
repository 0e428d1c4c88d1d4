# finds: attribute urllib.parse.quote reverted
# finds: attribute urllib.parse.unquote reverted
import urllib.parse
from unittest.mock import patch

with patch.multiple('urllib.parse', quote=str.upper, unquote=str.lower):
    up = urllib.parse.quote('a b')
    down = urllib.parse.unquote('A%20B')
print(up, down, urllib.parse.quote('a b'))
