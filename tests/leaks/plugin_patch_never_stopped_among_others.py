# finds: attribute shutil.rmtree reverted
# finds: attribute getpass.getuser left
import getpass
import shutil
from unittest.mock import patch
# --- next cell
patchers = [patch("shutil.rmtree"), patch("getpass.getuser", lambda: "ada")]
for patcher in patchers:
    patcher.start()
print(getpass.getuser(), shutil.rmtree("/tmp"))
patchers[0].stop()
