# finds: attribute statistics.mean reverted
import statistics
from unittest.mock import patch

def ratio(values):
    centre = statistics.mean(values)
    return 10 / centre

with patch('statistics.mean', return_value=0):
    print(ratio([4, 6]))
