# finds: attribute calendar.timegm reverted
# finds: attribute http.cookiejar.timegm left
import calendar
from unittest.mock import patch
# --- next cell
def frozen(moment):
    return 1_000_000

with patch.object(calendar, "timegm", frozen):
    import http.cookiejar
    print(http.cookiejar.http2time("Wed, 09 Feb 1994 22:23:32 GMT"))
print(http.cookiejar.http2time("Wed, 09 Feb 1994 22:23:32 GMT"))
