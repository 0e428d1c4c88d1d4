# finds: attribute reprlib.aRepr.__class__ reverted
import reprlib
# --- next cell
class Quoted(reprlib.Repr):
    def repr_str(self, text, level):
        return "'…'"

reprlib.aRepr.__class__ = Quoted
try:
    print(reprlib.repr("a long text"))
finally:
    reprlib.aRepr.__class__ = reprlib.Repr
