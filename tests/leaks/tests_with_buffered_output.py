# finds: nothing
import io
import unittest

class Talkative(unittest.TestCase):
    def test_talk(self):
        text = "hello"
        print(text)
        self.assertEqual(len(text), 5)

suite = unittest.defaultTestLoader.loadTestsFromTestCase(Talkative)
print(unittest.TextTestRunner(stream=io.StringIO(), buffer=True).run(suite).testsRun)
