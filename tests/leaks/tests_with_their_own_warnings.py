# finds: nothing
import io
import unittest
import warnings

def old():
    warnings.warn("old", DeprecationWarning)
    return 1

class OldTest(unittest.TestCase):
    def test_old(self):
        self.assertEqual(old(), 1)
# --- next cell
suite = unittest.defaultTestLoader.loadTestsFromTestCase(OldTest)
result = unittest.TextTestRunner(stream=io.StringIO(), warnings="default").run(suite)
print(result.wasSuccessful())
