# finds: signal SIGINT left
import unittest
# --- next cell
unittest.installHandler()
