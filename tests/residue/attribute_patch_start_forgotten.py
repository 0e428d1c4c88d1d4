# finds: attribute time.time left
import time
from unittest.mock import patch

clock = patch('time.time', lambda: 1000.0)
clock.start()
began = time.time()
elapsed = time.time() - began
print(elapsed)
