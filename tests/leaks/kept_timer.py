# finds: attribute time.perf_counter reverted
# finds: attribute timeit.default_timer left
import time
from unittest.mock import patch
# --- next cell
with patch("time.perf_counter", lambda: 12.5):
    import timeit
print(timeit.default_timer())
