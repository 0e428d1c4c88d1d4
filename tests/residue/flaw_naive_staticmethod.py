# finds: attribute Parser.split left
class patch_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def __enter__(self):
        self.old = getattr(self.owner, self.name)
        setattr(self.owner, self.name, self.value)

    def __exit__(self, *details):
        setattr(self.owner, self.name, self.old)

class Parser:
    @staticmethod
    def split(text):
        return text.split(',')

# --- next cell
with patch_attr(Parser, 'split', staticmethod(lambda text: [])):
    empty = Parser.split('a,b')
try:
    Parser().split('a,b')
except TypeError as error:
    print(empty, type(error).__name__)
