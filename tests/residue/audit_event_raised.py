# finds: nothing
import sys

seen = []

def listen(event, args):
    if event == "shop.sale":
        seen.append(args)

sys.addaudithook(listen)
# --- next cell
def sell(item, price):
    sys.audit("shop.sale", item, price)
    return price

income = sell("tea", 3) + sell("milk", 2)
