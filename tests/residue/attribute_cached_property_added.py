# finds: attribute Page.words left
from functools import cached_property

class Page:
    def __init__(self, text):
        self.text = text

# --- next cell
words = cached_property(lambda self: self.text.split())
words.__set_name__(Page, "words")
Page.words = words
print(Page("a b").words)
