# finds: attribute shutil.copyfile left
import inspect
import shutil

def careful(src, dst):
    "Asks before it copies."
# --- next cell
shutil.copyfile.__wrapped__ = careful
print(inspect.signature(shutil.copyfile))
