# finds: environ SHOP_MODE left
import io
import os
import unittest

class ModeTest(unittest.TestCase):
    def setUp(self):
        os.environ["SHOP_MODE"] = "test"
        raise RuntimeError("no database")

    def tearDown(self):
        del os.environ["SHOP_MODE"]

    def test_mode(self):
        self.assertEqual(os.environ["SHOP_MODE"], "test")

suite = unittest.defaultTestLoader.loadTestsFromTestCase(ModeTest)
print(len(unittest.TextTestRunner(stream=io.StringIO()).run(suite).errors))
