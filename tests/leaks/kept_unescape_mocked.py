# finds: attribute html.unescape reverted
# finds: attribute html.parser.unescape left
import html
from unittest.mock import patch
# --- next cell
with patch("html.unescape") as unescape:
    from html.parser import HTMLParser
    HTMLParser().feed("a &amp; b")
print(unescape.called)
