# finds: environ API_KEY reverted
# finds: environ API_URL reverted
import os
from unittest import mock

os.environ["API_URL"] = "live"
# --- next cell
def target():
    return os.environ["API_URL"] + "?" + os.environ["API_KEY"]

with mock.patch.dict(os.environ, {"API_KEY": "abc", "API_URL": "test"}):
    address = target()
print(address)
