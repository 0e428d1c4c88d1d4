# finds: attribute time.time left
import io
import time
import unittest
from unittest.mock import patch

class ClockTest(unittest.TestCase):
    def setUp(self):
        patch("time.time", return_value=5.0).start()

    def test_clock(self):
        now = time.time()
        self.assertEqual(now, 5.0)
# --- next cell
suite = unittest.defaultTestLoader.loadTestsFromTestCase(ClockTest)
print(unittest.TextTestRunner(stream=io.StringIO()).run(suite).wasSuccessful())
