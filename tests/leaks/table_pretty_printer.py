# finds: registry pprint.PrettyPrinter._dispatch left
import pprint

class Basket(dict):
    def __repr__(self):
        return "a basket"
# --- next cell
def show(printer, basket, stream, indent, allowance, context, level):
    stream.write(f"<{len(basket)} things>")

pprint.PrettyPrinter._dispatch[Basket.__repr__] = show
pprint.pprint(Basket(apples=3), width=2)
