# finds: nothing
import doctest
import io
import unittest

class SumTest(unittest.TestCase):
    def test_sum(self):
        with self.subTest(of=2):
            self.assertEqual(sum([1, 1]), 2)

suite = unittest.TestSuite([SumTest("test_sum")])
parser = doctest.DocTestParser()
examples = parser.get_examples(">>> 1 + 1\n2\n")
print(unittest.TextTestRunner(stream=io.StringIO()).run(suite).testsRun, len(examples))
