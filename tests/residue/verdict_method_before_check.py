# finds: attribute Shelf.__len__ left
from collections.abc import Sized

class Shelf:
    books = ()

# --- next cell
Shelf.__len__ = lambda self: len(self.books)
print(isinstance(Shelf(), Sized))
