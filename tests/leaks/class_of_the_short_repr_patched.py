# finds: attribute reprlib.aRepr.__class__ left
import reprlib
from unittest.mock import patch
# --- next cell
class Quoted(reprlib.Repr):
    def repr_str(self, text, level):
        return "'…'"

try:
    with patch.object(reprlib.aRepr, "__class__", Quoted):
        print(reprlib.repr("a long text"))
except TypeError as error:
    print("not put back:", error)
