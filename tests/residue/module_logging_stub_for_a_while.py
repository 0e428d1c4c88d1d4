# finds: module logging reverted
import logging
import sys
import types
# --- next cell
stub = types.ModuleType("logging")
stub.info = stub.warning = print
kept = sys.modules["logging"]
sys.modules["logging"] = stub
try:
    import logging as quiet
    quiet.info("hello")
finally:
    sys.modules["logging"] = kept
