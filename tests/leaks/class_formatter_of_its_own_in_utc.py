# finds: shadow formatter.converter left
import logging
import time
# --- next cell
formatter = logging.Formatter("%(asctime)s %(message)s")
formatter.converter = time.gmtime
formatter.default_msec_format = None
print(formatter.format(logging.LogRecord("a", 20, "a.py", 1, "hello", (), None))[-5:])
