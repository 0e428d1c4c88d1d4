# finds: attribute html.parser.HTMLParser.CDATA_CONTENT_ELEMENTS reverted
from html.parser import HTMLParser
from unittest.mock import patch
# --- next cell
with patch.object(HTMLParser, "CDATA_CONTENT_ELEMENTS", ("script", "style", "recipe")):
    parser = HTMLParser()
    parser.feed("<recipe>a < b</recipe>")
