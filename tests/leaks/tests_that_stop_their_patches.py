# finds: attribute platform.node reverted
# finds: environ SHOP_MODE reverted
import io
import os
import platform
import unittest
from unittest.mock import patch

class NodeTest(unittest.TestCase):
    def setUp(self):
        patch("platform.node", return_value="shop").start()
        self.addCleanup(patch.stopall)
        self.enterContext(patch.dict(os.environ, SHOP_MODE="test"))

    def test_node(self):
        name = platform.node() + os.environ["SHOP_MODE"]
        self.assertEqual(name, "shoptest")
# --- next cell
suite = unittest.defaultTestLoader.loadTestsFromTestCase(NodeTest)
print(unittest.TextTestRunner(stream=io.StringIO()).run(suite).wasSuccessful())
