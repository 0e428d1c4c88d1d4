# finds: environ SHOP_MODE left
import os

os.environ["SHOP_MODE"] = "test"

def mode():
    return os.environ.get("SHOP_MODE", "live")

print(mode())
