# finds: signal SIGINT reverted
import unittest
# --- next cell
unittest.installHandler()
try:
    unittest.registerResult(unittest.TestResult())
finally:
    unittest.removeHandler()
