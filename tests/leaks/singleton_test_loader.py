# finds: attribute unittest.loader.defaultTestLoader.testMethodPrefix left
import unittest
# --- next cell
class Checks(unittest.TestCase):
    def check_sum(self):
        self.assertEqual(1 + 1, 2)

unittest.defaultTestLoader.testMethodPrefix = "check"
print(unittest.defaultTestLoader.loadTestsFromTestCase(Checks).countTestCases())
