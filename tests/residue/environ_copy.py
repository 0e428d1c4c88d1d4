# finds: nothing
import os

child = os.environ.copy()
child["SHOP_MODE"] = "test"
child.pop("PATH", None)
plain = dict(os.environ, SHOP_LEVEL="3")
inherited = "SHOP_MODE" in os.environ
print(len(plain) > len(os.environ), inherited)
