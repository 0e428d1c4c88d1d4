# finds: nothing
import io
import unittest

def add(a, b):
    return a + b

class AddTest(unittest.TestCase):
    def setUp(self):
        self.pairs = [(1, 2, 3), (0, 0, 0)]

    def test_pairs(self):
        for a, b, total in self.pairs:
            with self.subTest(a=a, b=b):
                self.assertEqual(add(a, b), total)

    def test_wrong_type(self):
        with self.assertRaises(TypeError):
            add(1, "2")

suite = unittest.defaultTestLoader.loadTestsFromTestCase(AddTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, result.wasSuccessful())
