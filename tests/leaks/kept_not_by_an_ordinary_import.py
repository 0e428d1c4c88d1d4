# finds: nothing
import importlib
# --- next cell
import xml.parsers.expat
import zoneinfo
tool = importlib.import_module("plistlib")
print(zoneinfo.ZoneInfo.__name__, tool.__name__)
