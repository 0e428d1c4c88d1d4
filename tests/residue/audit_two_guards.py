# finds: audit on_import permanent
# finds: audit on_shop_event permanent
imported, sales = [], []

def on_import(event, args):
    if event == "import":
        imported.append(args[0])

def on_shop_event(event, args):
    if event.startswith("shop."):
        sales.append(args)
# --- next cell
import sys

def guard(*hooks):
    for hook in hooks:
        sys.addaudithook(hook)

guard(on_import, on_shop_event)
sys.audit("shop.sale", "tea", 3)
