# finds: nothing
import unittest
# --- next cell
class Checks(unittest.TestCase):
    def check_sum(self):
        self.assertEqual(1 + 1, 2)

loader = unittest.TestLoader()
loader.testMethodPrefix = "check"
print(loader.loadTestsFromTestCase(Checks).countTestCases())
