# finds: nothing
import os

os.environ["SHOP_MODE"] = "test"
# --- next cell
mode = os.environ.setdefault("SHOP_MODE", "live")
os.environ["SHOP_MODE"] = "test"
missing = os.environ.pop("SHOP_NO_SUCH", "none")
print(mode, missing)
