# finds: environ SHOP_COLOUR left
# finds: environ SHOP_SIZE left
# finds: environ SHOP_TEMP reverted
import os

os.environ.update(SHOP_COLOUR="red", SHOP_SIZE="3")
# --- next cell
os.environ["SHOP_TEMP"] = os.environ["SHOP_COLOUR"]
os.environ["SHOP_COLOUR"] = "blue"
size = int(os.environ.pop("SHOP_SIZE"))
old = os.environ.pop("SHOP_TEMP")
