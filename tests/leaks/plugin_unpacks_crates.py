# finds: registry shutil._UNPACK_FORMATS reverted
import shutil
# --- next cell
def unpack(file, folder):
    print(file, folder)

shutil.register_unpack_format("crate", [".crate"], unpack)
try:
    print(len(shutil.get_unpack_formats()) > 1)
finally:
    shutil.unregister_unpack_format("crate")
