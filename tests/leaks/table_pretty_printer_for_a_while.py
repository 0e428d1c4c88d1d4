# finds: registry pprint.PrettyPrinter._dispatch reverted
import pprint

class Basket(dict):
    def __repr__(self):
        return "a basket"
# --- next cell
def show(printer, basket, stream, *rest):
    stream.write(f"<{len(basket)} things>")

shows = getattr(pprint.PrettyPrinter, "_disp" + "atch")
shows[Basket.__repr__] = show
try:
    pprint.pprint(Basket(apples=3), width=2)
finally:
    del shows[Basket.__repr__]
