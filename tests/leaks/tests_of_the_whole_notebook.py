# finds: nothing
import io
import unittest

class SumTest(unittest.TestCase):
    def test_sum(self):
        total = sum([1, 2])
        self.assertEqual(total, 3)

runner = unittest.TextTestRunner(stream=io.StringIO())
program = unittest.main(argv=["notebook"], exit=False, testRunner=runner)
print(program.result.testsRun)
