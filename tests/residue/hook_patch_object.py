# finds: hook sys.breakpointhook reverted
import sys
from unittest.mock import patch

def compute(n):
    breakpoint()
    return n + 1

with patch.object(sys, 'breakpointhook') as stop:
    answer = compute(4)
print(answer, stop.call_count)
