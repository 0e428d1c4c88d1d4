# finds: registry shutil._ARCHIVE_FORMATS left
import shutil
def pack(base_name, base_dir, **kw): pass
shutil.register_archive_format("x", pack)
