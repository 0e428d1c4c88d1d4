# finds: attribute xml.extra left
# finds: module xml.extra reverted
import sys, types, xml
m = types.ModuleType("xml.extra")
sys.modules["xml.extra"] = m
xml.extra = m
del sys.modules["xml.extra"]
