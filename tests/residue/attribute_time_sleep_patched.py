# finds: attribute time.sleep reverted
import time
from unittest.mock import patch

def retry(job, attempts):
    for number in range(attempts):
        if job(number):
            return number
        time.sleep(30)

with patch('time.sleep') as nap:
    outcome = retry(lambda n: n == 2, 5)
    naps = nap.call_count
print(outcome, naps)
