# finds: nothing
import html
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found += [value for key, value in attributes if key == "href"]

links = Links()
links.feed('<p><a href="/tea?size=2&amp;hot=1">tea</a> <a href="milk">milk</a></p>')
address = urlsplit(urljoin("http://shop.example/menu/", links.found[0]))
query = parse_qs(address.query)
print(address.netloc, query, urlencode({"a": 1}), html.escape("<b>"))
