# finds: setting os.cwd reverted
import contextlib
import os

with contextlib.chdir("/tmp"):
    here = os.path.basename(os.getcwd())
print(here)
